package fr.hubee.people.session;

import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.Network;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts failures by place, for all nodes; in short transactions, so that nobody waits for a hash computation. */
@Dependent
public class Places {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SignInJournal journal;

    @Inject
    Clock clock;

    public PlaceAttempt reserve(String address) {
        var counted = new ArrayList<PlaceAttempt.Counted>();
        for (var place : Place.around(address)) {
            var attempt = reserve(place);
            if (attempt.refused()) {
                counted.forEach(this::takeBack);
                return new PlaceAttempt(counted, Optional.of(attempt.lockedUntil()));
            }
            counted.add(new PlaceAttempt.Counted(place, attempt));
        }
        return new PlaceAttempt(counted, Optional.empty());
    }

    private CountedAttempt reserve(Place place) {
        var now = clock.instant();
        entities.createNativeQuery("""
                        insert into sign_in_place (place, failures, waits, counted_since, last_at)
                        values (:place, 0, 0, :now, :now)
                        on conflict (place) do update set place = excluded.place""")
                .setParameter("place", place.text())
                .setParameter("now", now)
                .executeUpdate();
        return RowLookup.find(entities, SignInPlace.class, place.text()).reserve(place.most(), now);
    }

    public void takeBack(PlaceAttempt attempt) {
        attempt.counted().forEach(this::takeBack);
    }

    private void takeBack(PlaceAttempt.Counted counted) {
        var place = RowLookup.findLocked(
                entities, SignInPlace.class, counted.place().text());
        if (place != null) {
            place.takeBack(counted.place().most(), counted.attempt());
        }
    }

    /** The attempt failed; the failure that causes a wait is recorded. */
    public void failed(PlaceAttempt attempt, String address) {
        attempt.counted().stream()
                .filter(counted -> counted.attempt().locks())
                .forEach(counted -> journal.placeRefused(
                        counted.place().text(), counted.attempt().lockedUntil(), address));
    }

    /**
     * An attempt counted as a failure of its places, until it succeeds.
     *
     * @param counted with each place for which it was counted
     * @param refusedUntil empty when it may be checked
     */
    public record PlaceAttempt(List<Counted> counted, Optional<Instant> refusedUntil) {
        record Counted(Place place, CountedAttempt attempt) {}
    }

    /**
     * An origin of sign-in attempts, for counting failures.
     *
     * @param most failures allowed within an hour: a whole town hall may use one address
     */
    record Place(String text, int most) {
        static final int MOST_OF_AN_ADDRESS = 30;
        static final int MOST_OF_A_NETWORK = 200;
        private static final int LONGEST = 45;

        /** The address, and its network; in the order in which they are counted. */
        static List<Place> around(String address) {
            var text = address == null || address.length() > LONGEST ? "unknown" : address;
            return List.of(new Place(text, MOST_OF_AN_ADDRESS), new Place(Network.around(text), MOST_OF_A_NETWORK));
        }
    }
}
