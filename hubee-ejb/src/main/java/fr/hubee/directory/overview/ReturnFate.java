package fr.hubee.directory.overview;

/** The outcome for a subscription when a merge is undone. */
public enum ReturnFate {
    /** It returns to the predecessor, as it is today. */
    RETURNS("revient tel qu’il est aujourd’hui"),
    /** It ended with the merge: it is again as before. */
    RESUMES("reprend"),
    /** The predecessor has another one for the démarche since. */
    TAKEN_AGAIN("reste : l’ancienne organisation en a un autre depuis, pour la même démarche"),
    /** The successor no longer has it. */
    ELSEWHERE("reste : il est passé depuis à une autre organisation"),
    /** It ended with the merge, and somebody has changed it since. */
    CHANGED("ne change pas : il a été modifié depuis la fusion"),
    /** It was refused before the merge, which did nothing to it. */
    REFUSED("ne change pas : il était refusé avant la fusion");

    private final String label;

    ReturnFate(String label) {
        this.label = label;
    }

    /** Returns the text on screen, after the name of the démarche. */
    public String label() {
        return label;
    }
}
