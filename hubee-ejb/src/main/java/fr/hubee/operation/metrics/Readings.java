package fr.hubee.operation.metrics;

import fr.hubee.journal.job.Job;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Measurements that the database returned at one moment.
 *
 * @param arrivals the cases that the portal has not fetched yet
 * @param clockAhead how many seconds the clock of this server is ahead of the database's
 * @param sealAge for how many seconds the journal is not sealed
 * @param witnessAge for how many seconds the witness has not received a head; empty where there is no witness
 * @param stampAge for how many seconds no authority has stamped it; empty where none is configured
 * @param masterKeyAge for how many days the current master key of files is used; empty without one
 */
record Readings(
        List<PickUps> pickUps,
        UnreadQueues unread,
        List<JobHealth> jobs,
        MailBacklog mails,
        ScanBacklog scans,
        long arrivals,
        double clockAhead,
        double sealAge,
        OptionalDouble witnessAge,
        OptionalDouble stampAge,
        OptionalDouble masterKeyAge) {
    Readings {
        pickUps = List.copyOf(pickUps);
        jobs = List.copyOf(jobs);
    }

    /**
     * @param overdue seconds since its last slot, 0 if a run of that slot succeeded
     * @param sinceSuccess seconds since its last success; empty when there was none
     * @param active whether a run waits or works
     * @param failedItems number of items that the next run tries again
     */
    record JobHealth(Job job, double overdue, OptionalDouble sinceSuccess, boolean active, long failedItems) {}

    /** @param oldest seconds since the oldest waiting mail was posted */
    record MailBacklog(long waiting, double oldest, long givenUp) {}

    /**
     * The cases of a démarche that were picked up in the last hour.
     *
     * @param by {@code person} or {@code software}
     * @param median of the seconds since their transmission
     * @param slowest the seconds that 95 % of them did not exceed
     */
    record PickUps(String processCode, String by, long count, double median, double slowest) {}

    /**
     * The files that wait for the antivirus.
     *
     * @param oldest seconds since the oldest waiting file was received
     */
    record ScanBacklog(long waiting, double oldest) {}

    /**
     * The notifications that partners have not read yet.
     *
     * @param late the number of organisations whose oldest entry is older than a day
     * @param oldest the organisations that wait longest, the longest first
     */
    record UnreadQueues(long entries, long late, List<Queue> oldest) {
        static final UnreadQueues NONE = new UnreadQueues(0, 0, List.of());

        /** @param age of the oldest entry, in seconds */
        record Queue(String organization, double age) {}

        UnreadQueues {
            oldest = List.copyOf(oldest);
        }

        /** Returns the age in seconds. */
        double oldestAge() {
            return oldest.isEmpty() ? 0 : oldest.get(0).age();
        }
    }
}
