package fr.hubee.mail.outbox;

import fr.hubee.kernel.shared.Words;

/** The state of a mail of the outbox. */
public enum MailState {
    WAITING,
    /** Accepted by the relay. */
    SENT,
    /** Refused, or not sent within three days. */
    GIVEN_UP,
    /** Useless by the time it could be sent. */
    DROPPED;

    /** Returns the text on screen. */
    public String label() {
        return Words.label(this);
    }
}
