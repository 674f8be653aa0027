package fr.hubee.kernel.shared;

import java.util.Optional;

/** The object belongs to another organisation, or the action to another party: 403, on the API with the contract's text. */
public final class NotAllowed extends HubeeException {
    private static final long serialVersionUID = 1L;

    private final String subject;

    public NotAllowed() {
        this("Unauthorized user");
    }

    /** @param message for a person, in French */
    public NotAllowed(String message) {
        this(message, null, null);
    }

    private NotAllowed(String message, RefusalDetail detail, String subject) {
        super(message, detail);
        this.subject = subject;
    }

    /** @param object the existing object; the journal records its identifier */
    public NotAllowed on(Object object) {
        return new NotAllowed(getMessage(), detail().orElse(null), String.valueOf(object));
    }

    /** @param values see {@link RefusalDetail} */
    public NotAllowed because(String sentence, Object... values) {
        return new NotAllowed(getMessage(), RefusalDetail.of(sentence, values), subject);
    }

    /** Empty when no object was given. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }
}
