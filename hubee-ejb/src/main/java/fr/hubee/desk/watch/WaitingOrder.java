package fr.hubee.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The order of what waits: the next legal deadline first; then what has none, by age.
 *
 * @param legalDays number of days after the arrival, by démarche
 */
record WaitingOrder(Map<String, Integer> legalDays) {
    /** Moment after that of any case. */
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::due)
            .thenComparing(Rank::since)
            .thenComparing(rank -> rank.id().toString()); // as the database orders identifiers

    /** @param due the legal deadline; far away for none */
    record Rank(Instant due, Instant since, UUID id) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Démarches whose cases are in the same order as their arrivals.
     *
     * @param legalDays null for none
     */
    record Group(Set<String> codes, Integer legalDays) {
        /**
         * Returns the arrival from which its cases come after a place, or before it; empty when none does.
         *
         * @param after whether they come after it
         */
        Optional<Instant> from(Rank rank, boolean after) {
            boolean dated = !rank.due().equals(FAR);
            if (legalDays == null) {
                return dated ? after ? Optional.of(Instant.EPOCH) : Optional.empty() : Optional.of(rank.since());
            }
            if (dated) {
                return Optional.of(rank.due().minus(Duration.ofDays(legalDays)));
            }
            return after ? Optional.empty() : Optional.of(FAR);
        }
    }

    Rank rank(String processCode, Instant transmittedAt, Instant since, UUID id) {
        var days = legalDays.get(processCode);
        return new Rank(days == null ? FAR : transmittedAt.plus(Duration.ofDays(days)), since, id);
    }

    Rank rank(WaitingCase line) {
        return rank(line.processCode(), line.transmittedAt(), line.since(), line.id());
    }

    List<Group> groups(Set<String> codes) {
        var groups = new ArrayList<Group>();
        var others = new TreeSet<String>();
        for (var code : codes) {
            if (legalDays.containsKey(code)) {
                groups.add(new Group(Set.of(code), legalDays.get(code)));
            } else {
                others.add(code);
            }
        }
        if (!others.isEmpty()) {
            groups.add(new Group(others, null));
        }
        return groups;
    }
}
