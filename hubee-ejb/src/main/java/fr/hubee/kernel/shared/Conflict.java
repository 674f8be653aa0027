package fr.hubee.kernel.shared;

/** The object has changed since it was read; the message describes the change: 409. */
public final class Conflict extends HubeeException {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
