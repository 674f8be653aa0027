package fr.hubee.shared;

/** The object belongs to somebody else, or the act is another party's: 403, always with the contract's text. */
public final class NotAllowed extends HubeeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed() {
        super("Unauthorized user");
    }
}
