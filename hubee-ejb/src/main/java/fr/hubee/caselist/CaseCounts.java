package fr.hubee.caselist;

import fr.hubee.folder.status.CaseStatus;
import java.util.Map;

/** The number of cases in each tab, within the other filters; above the limit, shown as « more than ». */
public record CaseCounts(Map<CaseStatus, Long> byStatus) {
    /** The database does not count beyond this number. */
    public static final long MOST = 10_000;

    public CaseCounts {
        byStatus = Map.copyOf(byStatus);
    }

    public long of(CaseTab tab) {
        long sum = tab.statuses().stream()
                .mapToLong(status -> byStatus.getOrDefault(status, 0L))
                .sum();
        return Math.min(sum, MOST);
    }

    /** Whether the real number is above the one that {@link #of} returns. */
    public boolean isMore(CaseTab tab) {
        long sum = tab.statuses().stream()
                .mapToLong(status -> byStatus.getOrDefault(status, 0L))
                .sum();
        return sum > MOST;
    }
}
