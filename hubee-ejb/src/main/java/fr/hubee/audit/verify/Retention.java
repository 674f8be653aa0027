package fr.hubee.audit.verify;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Which entries may be missing: those of months that an entry says were dropped. Months are dropped whole, the oldest first; the
 * entry that says so is itself dropped years later.
 */
final class Retention {
    static final String DROPPED = "JOURNAL_DROPPED";

    private static final String MONTH = "audit_entry_";
    private static final String BEFORE = "audit_entry_before";
    private static final int UNTIL_MONTH = "2026-01".length();

    private final Map<YearMonth, Long> missing = new TreeMap<>();
    private final Map<YearMonth, Long> dropped = new TreeMap<>();
    private final Set<YearMonth> there = new HashSet<>();

    /** The months up to this one were in one partition, and of these so many entries. */
    private YearMonth before;

    private long countBefore;

    void isThere(Instant happenedAt) {
        there.add(month(happenedAt));
    }

    void isMissing(UUID id) {
        missing.merge(month(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)), 1L, Long::sum);
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /** What an entry {@code JOURNAL_DROPPED} says. */
    void isDropped(KeptEntry entry) {
        try {
            var changes = JSONObjectUtils.parse(entry.changes());
            long count = Long.parseLong(after(changes, "entries"));
            if (BEFORE.equals(entry.subject())) {
                before = YearMonth.parse(after(changes, "to").substring(0, UNTIL_MONTH));
                countBefore = count;
            } else {
                var name = entry.subject().substring(MONTH.length()).replace('_', '-');
                dropped.put(YearMonth.parse(name), count);
            }
        } catch (ParseException nonsense) {
            throw new IllegalArgumentException("not what is written when a month is dropped", nonsense);
        }
    }

    private static String after(Map<String, Object> changes, String field) {
        return (String) ((List<?>) changes.get(field)).get(1);
    }

    /**
     * @param problems is told what no retention explains
     * @return how many entries are missing as they should
     */
    long judge(Consumer<String> problems) {
        long explained = 0;
        long leftBefore = countBefore;
        for (var month : missing.keySet()) {
            long count = missing.get(month);
            var recorded = dropped.get(month);
            boolean old = before != null && !month.isAfter(before);
            boolean unrecorded = isBeforeAll(month);
            if (there.contains(month) && !old) {
                problems.accept(count + " entries of " + month + " were removed, others of that month are there");
            } else if (recorded != null && count <= recorded) {
                explained += count;
            } else if (recorded == null && old && count <= leftBefore) {
                leftBefore -= count;
                explained += count;
            } else if (recorded == null && !old && unrecorded) {
                explained += count;
            } else {
                problems.accept(
                        count + " entries of " + month + " were removed, and no entry says that so many were dropped");
            }
        }
        return explained;
    }

    /** Older than everything that is there or known to be dropped, when something is known to be dropped. */
    private boolean isBeforeAll(YearMonth month) {
        boolean known = !dropped.isEmpty() || before != null;
        return known
                && dropped.keySet().stream().allMatch(month::isBefore)
                && there.stream().allMatch(month::isBefore);
    }
}
