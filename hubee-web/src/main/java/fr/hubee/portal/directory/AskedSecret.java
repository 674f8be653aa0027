package fr.hubee.portal.directory;

/** The message to the person who asked for a secret. */
public final class AskedSecret {
    private AskedSecret() {}

    public static String text(int people) {
        return "La demande est partie par courriel à " + (people == 1 ? "une personne" : people + " personnes")
                + " de l’organisation ou de son éditeur. La clé n’est faite et vue que chez eux.";
    }
}
