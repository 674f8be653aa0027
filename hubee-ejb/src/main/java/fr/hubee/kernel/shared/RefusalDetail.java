package fr.hubee.kernel.shared;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A detail of a refusal that the contract's text does not say: the page that explains the refusal, and the log of calls, say it in a sentence.
 *
 * @param sentence the name of the sentence in {@code refusals_*.properties}
 * @param values that fill the sentence: values of the hub, or values that a rule has checked; never a free text of the caller
 */
public record RefusalDetail(String sentence, List<String> values) implements Serializable {
    private static final String BETWEEN = "\t";

    /** Returns a detail; a value is written as its {@code toString} says. */
    public static RefusalDetail of(String sentence, Object... values) {
        return new RefusalDetail(
                sentence, Stream.of(values).map(String::valueOf).toList());
    }

    /** Reads what {@link #text} wrote. */
    public static RefusalDetail parse(String text) {
        var parts = List.of(text.split(BETWEEN, -1));
        return new RefusalDetail(parts.get(0), parts.subList(1, parts.size()));
    }

    /** Returns the name and the values as one line, for a column. */
    public String text() {
        return String.join(
                BETWEEN, Stream.concat(Stream.of(sentence), values.stream()).toList());
    }
}
