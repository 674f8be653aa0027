package fr.hubee.shared;

/** There is no such object: 404. */
public final class NotFound extends HubeeException {
    private static final long serialVersionUID = 1L;

    private NotFound(String message) {
        super(message);
    }

    /** @param what the contract's name of the object: "Folder", "Case", "Event", "File", "Binary meta-data"… */
    public static NotFound of(String what) {
        return new NotFound(what + " is not found");
    }
}
