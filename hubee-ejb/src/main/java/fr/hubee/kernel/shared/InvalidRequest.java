package fr.hubee.kernel.shared;

import java.util.List;

/** The request breaks a rule of the domain, or several: 400. */
public final class InvalidRequest extends HubeeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // of texts
    private final List<RefusalText> texts;

    public InvalidRequest(String message) {
        this(List.of(message));
    }

    /** @param messages one for each rule, without values of the request; at least one */
    public InvalidRequest(List<String> messages) {
        super(String.join("\n", messages));
        this.texts = messages.stream().map(RefusalText::of).toList();
    }

    public InvalidRequest(RefusalText text) {
        super(text.answered());
        this.texts = List.of(text);
    }

    /** Returns one for each rule. */
    public List<RefusalText> texts() {
        return texts;
    }
}
