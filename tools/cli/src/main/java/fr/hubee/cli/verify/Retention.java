package fr.hubee.cli.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Explains missing entries: those of months that an entry records as dropped. Months are dropped whole, the oldest first, and at the
 * earliest a year after their end; the entry about it is itself dropped years later. The owner of the database could write such an entry
 * for any month: one that contradicts the rules of retention explains nothing.
 */
final class Retention {
    static final String DROPPED = "JOURNAL_DROPPED";

    /** Maximum delay between the time of an entry and its identifier, before there were months. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final JournalVerdict verdict;
    private final Map<YearMonth, Gap> missing = new TreeMap<>();
    private final Map<YearMonth, DroppedMonth> months = new TreeMap<>();
    private final List<DroppedMonth> said = new ArrayList<>();

    private int signed;
    private Instant oldest;
    private DroppedMonth first;
    private DroppedMonth newest;

    /** @param last the time of the youngest entry that is missing */
    private record Gap(long count, Instant last) {
        Gap and(Gap other) {
            return new Gap(count + other.count, last.isAfter(other.last) ? last : other.last);
        }
    }

    Retention(JournalVerdict verdict) {
        this.verdict = verdict;
    }

    void isThere(Instant happenedAt) {
        if (oldest == null || happenedAt.isBefore(oldest)) {
            oldest = happenedAt;
        }
    }

    void isMissing(Instant moment) {
        missing.merge(DroppedMonth.monthOf(moment), new Gap(1, moment), Gap::and);
    }

    /** Records an entry {@code JOURNAL_DROPPED}. */
    void isDropped(DroppedMonth month) {
        said.add(month);
    }

    void isSigned(Instant head) {
        for (; signed < said.size(); signed++) {
            said.set(signed, said.get(signed).signedAt(head));
        }
    }

    /** @return how many entries are missing as they should */
    long judge() {
        said.forEach(this::believe);
        long explained = 0;
        long leftFirst = first == null ? 0 : first.entries();
        for (var month : missing.keySet()) {
            var gap = missing.get(month);
            long recorded = months.containsKey(month) ? months.get(month).entries() : 0;
            boolean isOfFirst = first != null && !month.isAfter(first.month());
            if (isOld(gap) && gap.count <= recorded + (isOfFirst ? leftFirst : 0)) {
                leftFirst -= Math.max(0, gap.count - recorded);
                explained += gap.count;
            } else if (isBeforeAll(month)) {
                explained += gap.count;
            } else {
                verdict.problem(gap.count + " entries of " + month
                        + " were removed, and no entry says that so many were dropped");
            }
        }
        return explained;
    }

    private void believe(DroppedMonth month) {
        var lie = lie(month);
        if (lie.isPresent()) {
            verdict.note(month + ", which explains nothing: " + lie.get());
            return;
        }
        var same = month.isFirst() ? first : months.get(month.month());
        if (same != null) {
            verdict.problem(month + ", and so does leaf " + same.leaf());
            return;
        }
        if (month.isFirst()) {
            first = month;
        } else {
            months.put(month.month(), month);
        }
        if (newest == null || newest.end().isBefore(month.end())) {
            newest = month;
        }
        verdict.kept(month.kept());
    }

    private Optional<String> lie(DroppedMonth month) {
        if (month.kept().compareTo(DroppedMonth.SHORTEST) < 0) {
            return Optional.of("at " + month.at() + " it had not ended a year before");
        }
        if (oldest != null && oldest.isBefore(month.end())) {
            return Optional.of("it, or what is older, is there: an entry of " + oldest);
        }
        return Optional.empty();
    }

    /** Whether the gap is older than the last dropped month: everything younger must still exist. */
    private boolean isOld(Gap gap) {
        return newest != null && gap.last.isBefore(newest.end().plus(LATER));
    }

    /**
     * Whether the month is older than everything that exists or is known to be dropped: the entry about it was then dropped itself, with a
     * month that ended at least a year later.
     */
    private boolean isBeforeAll(YearMonth month) {
        var end = DroppedMonth.endOf(month);
        return first == null
                && newest != null
                && months.keySet().stream().allMatch(month::isBefore)
                && (oldest == null || !oldest.isBefore(end))
                && !newest.end().isBefore(end.plus(DroppedMonth.SHORTEST));
    }
}
