package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.TooManyRequests;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;

/** Limits the number of events that a party may add to the history of a case within a day of Paris (ADR 07). */
@Dependent
class EventCeiling {
    @Inject
    FolderSettings settings;

    @Inject
    Clock clock;

    boolean isReached(Case theCase, Party party) {
        return theCase.eventsOfDay().of(party, now().toLocalDate()) >= settings.eventsPerDay();
    }

    /**
     * Counts one more. The case is locked.
     *
     * @throws TooManyRequests at the ceiling
     */
    void count(Case theCase, Party party) {
        if (isReached(theCase, party)) {
            throw new TooManyRequests(
                    "Case has " + settings.eventsPerDay() + " events of this organization today, add others tomorrow",
                    Duration.between(now(), now().toLocalDate().plusDays(1).atStartOfDay(Paris.ZONE)));
        }
        theCase.counted(theCase.eventsOfDay().plus(party, now().toLocalDate()));
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(Paris.ZONE);
    }
}
