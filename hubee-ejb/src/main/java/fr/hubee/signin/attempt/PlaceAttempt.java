package fr.hubee.signin.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An attempt that was counted as a failure of its places, until it proves to be none.
 *
 * @param counted with each place that it was counted for
 * @param refusedUntil empty when it may be looked at
 */
public record PlaceAttempt(List<Counted> counted, Optional<Instant> refusedUntil) {
    /** For who needs not be counted. */
    static final PlaceAttempt NONE = new PlaceAttempt(List.of(), Optional.empty());

    record Counted(Place place, CountedAttempt attempt) {}
}
