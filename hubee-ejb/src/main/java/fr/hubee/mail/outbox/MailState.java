package fr.hubee.mail.outbox;

import fr.hubee.kernel.shared.Labelled;

/** The state of a mail of the outbox. */
public enum MailState implements Labelled {
    WAITING,
    /** Accepted by the relay. */
    SENT,
    /** Refused, or not sent within three days. */
    GIVEN_UP,
    /** Useless by the time it could be sent. */
    DROPPED
}
