package fr.hubee.kernel.shared;

import java.util.List;
import java.util.stream.Collectors;

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
        this(messages.stream().map(RefusalText::of).toList(), null);
    }

    public InvalidRequest(RefusalText text) {
        this(List.of(text), null);
    }

    private InvalidRequest(List<RefusalText> texts, RefusalDetail detail) {
        super(texts.stream().map(RefusalText::answered).collect(Collectors.joining("\n")), detail);
        this.texts = List.copyOf(texts);
    }

    /** @param values see {@link RefusalDetail} */
    public InvalidRequest because(String sentence, Object... values) {
        return new InvalidRequest(texts, RefusalDetail.of(sentence, values));
    }

    /** Returns one for each rule. */
    public List<RefusalText> texts() {
        return texts;
    }
}
