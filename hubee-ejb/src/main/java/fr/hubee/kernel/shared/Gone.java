package fr.hubee.kernel.shared;

/** The place from which the caller wants to go on is lost; the message says how to begin again: 410. */
public final class Gone extends HubeeException {
    private static final long serialVersionUID = 1L;

    public Gone(String message) {
        super(message);
    }
}
