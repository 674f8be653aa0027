package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.OwnMonth.OwnMeasure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The months of one organisation and one démarche: the twelve that are compared, and what came since.
 *
 * @param twelve the first twelve together
 * @param group with whom it is compared; empty when it received nothing in these twelve
 * @param peers without a measure of which fewer than five organisations have figures
 */
public record OwnStatistics(
        List<OwnMonth> months, OwnMonth twelve, Optional<PeerGroup> group, Map<OwnMeasure, Peers> peers) {

    /**
     * The medians of organisations of the same type and the same {@link PeerGroup}.
     *
     * @param organizations their number, at least five
     * @param received their median number of télédossiers; null for another measure
     * @param delay the median of their medians; null for the received ones
     */
    public record Peers(int organizations, Long received, Duration delay) {
        static Peers of(OwnMeasure measure, int organizations, int median) {
            return measure == OwnMeasure.RECEIVED
                    ? new Peers(organizations, (long) median, null)
                    : new Peers(organizations, null, DurationScale.duration(median));
        }
    }
}
