package fr.hubee.mail.outbox;

/** The state of a mail of the outbox. */
public enum MailState {
    WAITING("En attente"),
    /** Accepted by the relay. */
    SENT("Envoyé"),
    /** Refused, or not sent within three days. */
    GIVEN_UP("Abandonné"),
    /** Useless by the time it could be sent. */
    DROPPED("Sans objet");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
