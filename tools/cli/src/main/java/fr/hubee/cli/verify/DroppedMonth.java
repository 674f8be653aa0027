package fr.hubee.cli.verify;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.seal.KeptEntry;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * The content of an entry {@code JOURNAL_DROPPED}.
 *
 * @param leaf of the entry
 * @param isFirst whether it is the one partition of everything before there were months
 * @param month the last one of that partition
 * @param end older entries no longer exist once it is dropped
 * @param at when it was dropped
 */
record DroppedMonth(long leaf, String name, boolean isFirst, YearMonth month, Instant end, long entries, Instant at) {
    /** {@code drop_journal_month} accepts nothing shorter than {@code interval '1 year'}, which the database compares as 360 days. */
    static final Duration SHORTEST = Duration.ofDays(360);

    private static final String MONTH = "audit_entry_";
    private static final String FIRST = "audit_entry_before";

    /** @throws IllegalArgumentException if it is not an entry about a dropped month */
    static DroppedMonth of(long leaf, KeptEntry entry) {
        try {
            var changes = JSONObjectUtils.parse(entry.changes());
            long entries = Long.parseLong(after(changes, "entries"));
            var name = String.valueOf(entry.subject());
            if (FIRST.equals(name)) {
                var to = OffsetDateTime.parse(after(changes, "to").replace(' ', 'T') + ":00"); // the database says +00
                var end = to.toInstant().plus(1, ChronoUnit.MICROS);
                return new DroppedMonth(leaf, name, true, monthOf(to.toInstant()), end, entries, entry.happenedAt());
            }
            if (!name.startsWith(MONTH)) {
                throw new IllegalArgumentException("no month of the journal");
            }
            var month = YearMonth.parse(name.substring(MONTH.length()).replace('_', '-'));
            return new DroppedMonth(leaf, name, false, month, endOf(month), entries, entry.happenedAt());
        } catch (ParseException | DateTimeException invalid) {
            throw new IllegalArgumentException("not what is written when a month is dropped", invalid);
        }
    }

    private static String after(Map<String, Object> changes, String field) {
        if (changes.get(field) instanceof List<?> both && both.size() == 2 && both.get(1) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("it has no " + field);
    }

    static YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    static Instant endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Returns the month with a corrected time: an entry may claim any time, but it existed when its head was signed. */
    DroppedMonth signedAt(Instant head) {
        return head.isBefore(at) ? new DroppedMonth(leaf, name, isFirst, month, end, entries, head) : this;
    }

    /** Returns the time between its end and its deletion. */
    Duration kept() {
        return Duration.between(end, at);
    }

    @Override
    public String toString() {
        return "leaf " + leaf + " says that " + name + " was dropped";
    }
}
