package fr.hubee.operation.metrics;

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
}
