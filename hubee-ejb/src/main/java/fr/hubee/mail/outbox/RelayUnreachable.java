package fr.hubee.mail.outbox;

/** The relay cannot be reached for the moment. */
public final class RelayUnreachable extends Exception {
    private static final long serialVersionUID = 1L;

    RelayUnreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
