package fr.hubee.shared;

import java.time.LocalTime;
import java.util.List;

/**
 * Who runs the jobs, and when.
 *
 * @param timers whether this server starts what is due; it runs what an administrator asks for in any case
 * @param node the name of this server among several
 * @param digestTimes when the digests of new télédossiers leave, in Paris: the first time for those who want one a day, all
 *     for those who want several (specification §6.7)
 */
public record JobSettings(boolean timers, String node, List<LocalTime> digestTimes) {
    public JobSettings {
        digestTimes = List.copyOf(digestTimes);
    }
}
