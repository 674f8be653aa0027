package fr.hubee.people.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An attempt counted as a failure of its places, until it succeeds.
 *
 * @param counted with each place for which it was counted
 * @param refusedUntil empty when it may be checked
 */
public record PlaceAttempt(List<Counted> counted, Optional<Instant> refusedUntil) {
    /** Result for a caller who is not counted. */
    static final PlaceAttempt NONE = new PlaceAttempt(List.of(), Optional.empty());

    record Counted(Place place, CountedAttempt attempt) {}
}
