package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseCursor;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.process.PortalRules;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The changes of status that the portal offers, and the places in its list. */
class StatusPropertiesTest {
    static PortalTransitions transitions(boolean awaiting, boolean neverRefused) {
        return transitions(awaiting, neverRefused, true, true);
    }

    static PortalTransitions transitions(
            boolean awaiting, boolean neverRefused, boolean message, boolean messageWithStatus) {
        var operator = new OrganizationKey(OrganizationType.OSL, "99000101800011", "1");
        return new PortalTransitions(new ProcessDetails(
                "Démarche",
                null,
                true,
                operator,
                new AttachmentRules(List.of("application/pdf"), List.of(), List.of("PJ"), 1000, false),
                new RetentionRules("CLOSED", 1, 1, 1),
                message,
                messageWithStatus,
                awaiting,
                SubscriptionValidation.Auto,
                false,
                null,
                new PortalRules(neverRefused, false, CasePerson.APPLICANT, null)));
    }

    @Property
    void anAgentComesToAnEndAndNeverBack(
            @ForAll Random random, @ForAll boolean awaiting, @ForAll boolean neverRefused, @ForAll CaseStatus begin) {
        var transitions = transitions(awaiting, neverRefused);
        var been = EnumSet.of(begin);
        var now = begin;
        for (var next = transitions.from(now); !next.isEmpty(); next = transitions.from(now)) {
            var chosen = next.get(random.nextInt(next.size()));
            assertTrue(transitions.allow(now, chosen));
            assertTrue(been.add(chosen), () -> "back to " + chosen);
            assertTrue(awaiting || chosen != CaseStatus.ADD_AWAITING);
            assertTrue(!neverRefused || chosen != CaseStatus.REFUSED);
            assertFalse(chosen.isToBeFetched(), () -> chosen + " is of the hub");
            now = chosen;
        }
        assertTrue(
                now == begin || EnumSet.of(CaseStatus.DONE, CaseStatus.REFUSED).contains(now),
                "it ends with an answer");
    }

    @Property
    void aPlaceInTheListIsReadBack(
            @ForAll boolean completed,
            @ForAll boolean answered,
            @ForAll @IntRange int seconds,
            @ForAll @IntRange(max = 999_999) int micros,
            @ForAll long most,
            @ForAll long least) {
        var at = Instant.ofEpochSecond(seconds).plus(micros, ChronoUnit.MICROS);
        var cursor = new CaseCursor(false, completed && !answered, answered, at, new UUID(most, least));
        assertEquals(cursor, CaseCursor.parse(false, cursor.text()).orElseThrow());
    }
}
