package fr.hubee.operation.metrics;

import fr.hubee.kernel.shared.Labelled;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The contents of the public status page. Each node reads it every quarter of a minute and keeps it: a reader costs the database nothing, and gets
 * the last one while the database is away.
 *
 * @param reachable whether the database answered the last reading
 * @param parts each with whether it works as it should
 * @param days of the last ninety, the newest first
 * @param maintenance the newest first
 */
public record HubStatus(
        boolean reachable,
        Instant readAt,
        Map<Part, Boolean> parts,
        List<StatusDay> days,
        List<Maintenance> maintenance) {
    static final HubStatus UNKNOWN = new HubStatus(false, Instant.EPOCH, Map.of(), List.of(), List.of());

    HubStatus away() {
        return new HubStatus(false, readAt, Map.of(), days, maintenance);
    }

    /** The parts of the hub that a reader knows. */
    public enum Part implements Labelled {
        MAILS,
        SCANS,
        EVENTS,
        FILES
    }
}
