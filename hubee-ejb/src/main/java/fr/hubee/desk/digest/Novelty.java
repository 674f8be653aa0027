package fr.hubee.desk.digest;

/** The kinds of changes that a mail reports about a télédossier. */
enum Novelty {
    NEW("nouveau télédossier", "nouveaux télédossiers"),
    CHANGED("télédossier mis à jour", "télédossiers mis à jour");

    private final String one;
    private final String several;

    Novelty(String one, String several) {
        this.one = one;
        this.several = several;
    }

    String counted(long howMany) {
        return howMany + " " + (howMany == 1 ? one : several);
    }
}
