package fr.hubee.kernel.shared;

/** The request breaks a rule of the domain: 400. */
public final class InvalidRequest extends HubeeException {
    private static final long serialVersionUID = 1L;

    public InvalidRequest(String message) {
        super(message);
    }
}
