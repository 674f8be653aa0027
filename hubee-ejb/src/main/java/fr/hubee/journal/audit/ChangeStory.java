package fr.hubee.journal.audit;

import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes to a person, in French, what others have changed in the object that she wanted to change. */
public final class ChangeStory {
    private static final Map<String, String> COMMON =
            Map.of("true", Words.text("journal.ChangeStory.true"), "false", Words.text("journal.ChangeStory.false"));

    private final Map<String, String> labels;
    private final Map<String, String> words;

    /** @param labels of the fields, as on the page; fields without a label are left out */
    public ChangeStory(Map<String, String> labels) {
        this(labels, Map.of());
    }

    /** @param words labels for values that the journal stores as codes, such as enum names */
    public ChangeStory(Map<String, String> labels, Map<String, String> words) {
        this.labels = Map.copyOf(labels);
        this.words = Map.copyOf(words);
    }

    /** @param since the actions since the person opened the page */
    public String tell(List<AuditLine> since) {
        var acts = since.stream()
                .sorted(Comparator.comparing(AuditLine::happenedAt).thenComparing(AuditLine::id))
                .map(this::act)
                .map(act -> " " + act + ".")
                .collect(Collectors.joining());
        return Words.text("journal.ChangeStory.changed", acts);
    }

    private String act(AuditLine line) {
        var fields = line.changes().fields().entrySet().stream()
                .filter(field -> labels.containsKey(field.getKey()))
                .map(field -> labels.get(field.getKey()) + " : " + change(field.getValue()))
                .sorted()
                .collect(Collectors.joining(" ; "));
        var act = Words.text(
                "journal.ChangeStory.act",
                Paris.MOMENT.format(line.happenedAt()),
                line.actor(),
                line.action().label());
        return fields.isEmpty() ? act : act + " (" + fields + ")";
    }

    private String change(Change change) {
        return value(change.before()) + " → " + value(change.after());
    }

    private String value(String text) {
        return text == null || text.isEmpty()
                ? Words.text("journal.ChangeStory.empty")
                : Words.text("journal.ChangeStory.value", words(text));
    }

    /** The text may hold several values, separated by commas. */
    private String words(String text) {
        return Stream.of(text.split(", ", -1)).map(this::word).collect(Collectors.joining(", "));
    }

    private String word(String code) {
        var word = words.getOrDefault(code, COMMON.get(code));
        return word == null ? moment(code) : word;
    }

    /** An instant is written as a date in French; any other text is unchanged. */
    private static String moment(String text) {
        try {
            return Paris.MOMENT.format(Instant.parse(text));
        } catch (DateTimeParseException failure) {
            return text;
        }
    }
}
