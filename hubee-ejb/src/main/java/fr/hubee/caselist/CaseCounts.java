package fr.hubee.caselist;

import fr.hubee.folder.status.CaseStatus;
import java.util.Map;

/** How many cases each tab has, within the other filters; whoever has very many is told « more than » that. */
public record CaseCounts(Map<CaseStatus, Long> byStatus) {
    /** Beyond, nobody counts one by one, and the database need not either. */
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

    /** Whether there are more than {@link #of} says. */
    public boolean isMore(CaseTab tab) {
        long sum = tab.statuses().stream()
                .mapToLong(status -> byStatus.getOrDefault(status, 0L))
                .sum();
        return sum > MOST;
    }
}
