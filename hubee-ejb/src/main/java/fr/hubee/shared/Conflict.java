package fr.hubee.shared;

/** What is to be changed has changed since it was read; the message tells what: 409. */
public final class Conflict extends HubeeException {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
