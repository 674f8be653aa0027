package fr.hubee.mail;

/** Where a mail of the outbox stands. */
public enum MailState {
    WAITING("En attente"),
    /** The relay has taken it. */
    SENT("Envoyé"),
    /** It was refused, or could not leave for three days. */
    GIVEN_UP("Abandonné"),
    /** It was of no use any more when its turn came. */
    DROPPED("Sans objet");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }
}
