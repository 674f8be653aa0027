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
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    public List<String> messages() {
        return messages;
    }
}
