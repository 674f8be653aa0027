package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;

/**
 * One action in the history of a subscription, with the labels of its page.
 *
 * @param actor the login or client identifier
 * @param organization of the actor, as text; null when it has none
 */
public record HistoryLine(Instant happenedAt, String actor, String organization, String act, List<Field> fields) {
    private static final DateTimeFormatter MOMENT = Paris.moments(Words.text("directory.moment", Paris.HOUR));

    /** @param before and {@code after} are null for nothing */
    public record Field(String label, String before, String after) {}

    static HistoryLine of(AuditLine line) {
        var fields = line.changes().fields().entrySet().stream()
                .map(field -> new Field(
                        SubscriptionWording.LABELS.getOrDefault(field.getKey(), field.getKey()),
                        value(field.getValue().before()),
                        value(field.getValue().after())))
                .sorted(Comparator.comparing(Field::label))
                .toList();
        return new HistoryLine(
                line.happenedAt(),
                line.actor(),
                line.actorOrganization(),
                line.action().label(),
                fields);
    }

    private static String value(String kept) {
        return kept == null ? null : SubscriptionWording.WORDS.getOrDefault(kept, moment(kept));
    }

    private static String moment(String kept) {
        try {
            return MOMENT.format(Instant.parse(kept));
        } catch (DateTimeParseException failure) {
            return kept;
        }
    }
}
