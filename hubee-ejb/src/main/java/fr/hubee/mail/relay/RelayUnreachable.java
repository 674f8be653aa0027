package fr.hubee.mail.relay;

/** Nothing can be sent for the moment. */
public final class RelayUnreachable extends Exception {
    private static final long serialVersionUID = 1L;

    RelayUnreachable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
