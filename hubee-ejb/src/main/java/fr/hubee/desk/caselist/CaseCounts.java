package fr.hubee.desk.caselist;

import fr.hubee.exchange.status.CaseStatus;
import java.util.Map;
import java.util.Set;

/**
 * The number of cases in each tab, within the other filters; above the limit, shown as « more than ».
 *
 * @param unfinished the statuses of which only some cases were read, because a search finds very many
 */
public record CaseCounts(Map<CaseStatus, Long> byStatus, Set<CaseStatus> unfinished) {
    /** The database does not count beyond this number. */
    public static final long MOST = 1_000;

    public CaseCounts {
        byStatus = Map.copyOf(byStatus);
        unfinished = Set.copyOf(unfinished);
    }

    public long of(CaseTab tab) {
        return Math.min(sum(tab), MOST);
    }

    /** Whether the real number is above {@link #MOST}, which {@link #of} returns. */
    public boolean isMore(CaseTab tab) {
        return sum(tab) > MOST;
    }

    /** Whether {@link #of} returns what was seen so far, and there may be more. */
    public boolean isAtLeast(CaseTab tab) {
        return tab.statuses().stream().anyMatch(unfinished::contains);
    }

    private long sum(CaseTab tab) {
        return tab.statuses().stream()
                .mapToLong(status -> byStatus.getOrDefault(status, 0L))
                .sum();
    }
}
