package fr.hubee.kernel.shared;

/** The request is well formed but contradicts an earlier one: 422. */
public final class Unprocessable extends HubeeException {
    private static final long serialVersionUID = 1L;

    public Unprocessable(String message) {
        super(message);
    }
}
