package fr.hubee.desk.statistics;

import java.time.Duration;

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
