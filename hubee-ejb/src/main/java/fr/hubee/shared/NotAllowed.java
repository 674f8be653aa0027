package fr.hubee.shared;

/** The object belongs to somebody else, or the act is another party's: 403, on the API with the contract's text. */
public final class NotAllowed extends HubeeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed() {
        super("Unauthorized user");
    }

    /** @param message for a person, in French */
    public NotAllowed(String message) {
        super(message);
    }
}
