package fr.hubee.exchange.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstTimesTest {
    static final Instant FIRST = Instant.parse("2026-11-25T08:00:00Z");
    static final Instant LATER = FIRST.plusSeconds(60);

    static Caller having(String... roles) {
        return new Caller("somebody", null, Set.of(roles), Set.of(), null);
    }

    @Test
    void aPersonAndASoftwareEachHaveTheirFirstTime() {
        var person = having(RoleNames.PERSON, RoleNames.MANAGE_FOLDERS);
        var software = having(RoleNames.SI);

        var both = FirstTimes.NONE
                .pickedUpBy(person, FIRST)
                .pickedUpBy(software, LATER)
                .pickedUpBy(person, LATER);

        assertEquals(new FirstTimes(FIRST, LATER, null, null), both);
    }

    @Test
    void theHubThatFetchesIsNeither() {
        assertEquals(FirstTimes.NONE, FirstTimes.NONE.pickedUpBy(Caller.HUB, FIRST));
    }

    @Test
    void theOutcomeIsTheFirstOne() {
        var ended = FirstTimes.NONE.at(CaseStatus.REFUSED, FIRST).at(CaseStatus.DONE, LATER);

        assertEquals(new FirstTimes(null, null, FIRST, CaseStatus.REFUSED), ended);
    }
}
