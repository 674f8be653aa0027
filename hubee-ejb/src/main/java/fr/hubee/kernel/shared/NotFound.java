package fr.hubee.kernel.shared;

import java.util.Optional;

/** There is no such object, or none that the caller may know of: 404. */
public final class NotFound extends HubeeException {
    private static final long serialVersionUID = 1L;

    private final String hidden;

    private NotFound(String message, String hidden) {
        super(message);
        this.hidden = hidden;
    }

    /** @param what the contract's name of the object: "Folder", "Case", "Event", "File", "Binary meta-data"… */
    public static NotFound of(String what) {
        return new NotFound(what + " is not found", null);
    }

    /** @param object the existing object, whose existence is hidden; the journal records the attempt */
    public NotFound hiding(Object object) {
        return new NotFound(getMessage(), String.valueOf(object));
    }

    /** Empty when there is no such object. */
    public Optional<String> hidden() {
        return Optional.ofNullable(hidden);
    }
}
