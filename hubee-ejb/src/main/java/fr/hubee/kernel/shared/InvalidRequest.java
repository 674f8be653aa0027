package fr.hubee.kernel.shared;

import java.util.List;

/** The request breaks a rule of the domain, or several: 400. */
public final class InvalidRequest extends HubeeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // of texts
    private final List<String> messages;

    public InvalidRequest(String message) {
        this(List.of(message));
    }

    /** @param messages one for each rule; at least one */
    public InvalidRequest(List<String> messages) {
        this(messages, null);
    }

    private InvalidRequest(List<String> messages, RefusalDetail detail) {
        super(String.join("\n", messages), detail);
        this.messages = List.copyOf(messages);
    }

    /** @param values see {@link RefusalDetail} */
    public InvalidRequest because(String sentence, Object... values) {
        return new InvalidRequest(messages, RefusalDetail.of(sentence, values));
    }

    public List<String> messages() {
        return messages;
    }
}
