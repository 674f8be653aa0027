package fr.hubee.directory.subscription;

import static fr.hubee.directory.subscription.SubscriptionStatus.ACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.INACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.REFUSED;
import static fr.hubee.directory.subscription.SubscriptionStatus.SUSPENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    static final Contact ADA = new Contact("ada@mairie.fr", "Ada", "Lovelace", "Secrétaire", "0160000001", null);

    final Subscription subscription = Subscription.request("CERTDC", TOWN, wanted(null), NOON);

    static SubscriptionDetails wanted(SubscriptionStatus status) {
        return wanted(status, null, "Commune fusionnée", "mairie@mairie.fr", ADA);
    }

    static SubscriptionDetails wanted(
            SubscriptionStatus status, Instant activatedAt, String reason, String email, Contact administrator) {
        return new SubscriptionDetails(
                990011,
                AccessMode.API,
                NotificationFrequency.EACH,
                email,
                status,
                activatedAt,
                null,
                null,
                null,
                reason,
                administrator,
                null,
                null);
    }

    static Subscription existing(SubscriptionStatus status) {
        return new Subscription("CERTDC", TOWN, wanted(status), NOON);
    }

    @Test
    void itIsInactiveUnlessItComesRefused() {
        assertEquals(INACTIVE, subscription.status());
        var refused = Subscription.request("CERTDC", TOWN, wanted(REFUSED), NOON);
        assertEquals(REFUSED, refused.status());
        assertEquals(NOON, refused.details().rejectedAt());
        assertThrows(InvalidRequest.class, () -> Subscription.request("CERTDC", TOWN, wanted(ACTIVE), NOON));
        assertThrows(InvalidRequest.class, () -> Subscription.request("CERTDC", TOWN, wanted(SUSPENDED), NOON));
    }

    @Test
    void aRefusalHasAReason() {
        var silent = wanted(REFUSED, null, " ", null, ADA);

        assertThrows(InvalidRequest.class, () -> Subscription.request("CERTDC", TOWN, silent, NOON));
        assertThrows(InvalidRequest.class, () -> subscription.change(silent, LATER));
    }

    @Test
    void theOrderOfItsLifeIsThatOfTheTable() {
        for (var from : SubscriptionStatus.values()) {
            for (var to : SubscriptionStatus.values()) {
                var one = existing(from);
                if (from.mayBecome(to)) {
                    one.change(wanted(to), LATER);
                    assertEquals(to, one.status());
                } else {
                    assertThrows(InvalidRequest.class, () -> one.change(wanted(to), LATER));
                    assertEquals(from, one.status());
                }
            }
        }
        assertTrue(SUSPENDED.mayBecome(ACTIVE));
        assertFalse(ACTIVE.mayBecome(INACTIVE));
        assertFalse(REFUSED.mayBecome(ACTIVE));
    }

    @Test
    void anActivationWithoutADateIsNow() {
        subscription.change(wanted(ACTIVE), LATER);

        assertEquals(LATER, subscription.details().activatedAt());
        assertTrue(subscription.receivesAt(LATER));
    }

    @Test
    void theDateOfActivationOutlivesASuspension() {
        subscription.change(wanted(ACTIVE), NOON);
        subscription.change(wanted(SUSPENDED), LATER);
        assertFalse(subscription.receivesAt(LATER));

        subscription.change(wanted(ACTIVE), LATER);

        assertEquals(NOON, subscription.details().activatedAt());
    }

    @Test
    void foldersComeFromOneMinutePastMidnightInParis() {
        var tomorrow = Instant.parse("2026-11-25T15:00:00Z");
        subscription.change(wanted(ACTIVE, tomorrow, null, "mairie@mairie.fr", ADA), NOON);

        assertFalse(subscription.receivesAt(Instant.parse("2026-11-24T23:00:59Z")));
        assertTrue(subscription.receivesAt(Instant.parse("2026-11-24T23:01:00Z")));
    }

    @Test
    void aStatusThatIsNotGivenStays() {
        subscription.change(wanted(ACTIVE), NOON);

        subscription.change(wanted(null), LATER);

        assertEquals(ACTIVE, subscription.status());
    }

    @Test
    void anActiveOneHasAnAddressToWriteTo() {
        var nowhere = wanted(ACTIVE, null, null, null, ADA);

        assertThrows(InvalidRequest.class, () -> subscription.change(nowhere, LATER));
    }

    @Test
    void whatIsKnownOfItsAdministratorStays() {
        var address = new Contact("Ada@mairie.fr", null, null, "Maire", null, null);
        subscription.change(wanted(null, null, null, null, address), LATER);
        assertEquals(
                new Contact("Ada@mairie.fr", "Ada", "Lovelace", "Maire", "0160000001", null),
                subscription.details().localAdministrator());

        var other = new Contact("bob@mairie.fr", null, null, null, null, null);
        subscription.change(wanted(null, null, null, null, other), LATER);
        assertNull(subscription.details().localAdministrator().firstName());
    }

    @Test
    void aChangeIsMeantForIt() {
        subscription.requireOf("CERTDC", TOWN);
        assertThrows(InvalidRequest.class, () -> subscription.requireOf("EtatCivil", TOWN));
    }

    @Test
    void whatAMergerEndedIsAsBeforeWhenItIsUndone() {
        subscription.change(wanted(ACTIVE), NOON);
        var before = subscription.details();
        subscription.end(LATER);

        subscription.resume(ACTIVE, null, LATER.plusSeconds(60));

        assertEquals(before, subscription.details());
        assertFalse(subscription.begin(LATER.plusSeconds(60)), "its start was told already");
    }

    @Test
    void aStartThatTheMergerPreventedIsReportedAfterwards() {
        var monthLater = NOON.plus(Duration.ofDays(30));
        subscription.change(wanted(ACTIVE, NOON.plus(Duration.ofDays(2)), null, "mairie@mairie.fr", ADA), NOON);
        subscription.end(LATER);
        assertFalse(subscription.begin(monthLater));

        subscription.resume(ACTIVE, null, monthLater);

        assertTrue(subscription.begin(monthLater));
    }

    @Test
    void theTableOfItsLifeAllowsTheseStepsOnly() {
        var allowed = Stream.of(SubscriptionStatus.values())
                .flatMap(from -> Stream.of(SubscriptionStatus.values())
                        .filter(to -> from != to && from.mayBecome(to))
                        .map(to -> from + " " + to))
                .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "INACTIVE ACTIVE",
                        "INACTIVE REFUSED",
                        "ACTIVE SUSPENDED",
                        "SUSPENDED ACTIVE",
                        "REFUSED INACTIVE"),
                allowed);
    }

    @Test
    void aStartInTheFutureIsReportedOnceWhenItComes() {
        var start = NOON.plus(Duration.ofDays(2));
        var later = NOON.plus(Duration.ofDays(3));
        var wanted = wanted(ACTIVE, start, null, "mairie@mairie.fr", ADA);
        var created = new Subscription("CERTDC", TOWN, wanted, NOON);
        subscription.change(wanted, NOON);

        for (var each : List.of(created, subscription)) {
            assertFalse(each.begin(NOON));
            assertTrue(each.begin(later));
            assertFalse(each.begin(later));
        }
    }

    @Test
    void anEndInTheFutureStaysWhenItIsActiveAgainAndAPastOneGoes() {
        for (var end : List.of(NOON, LATER.plusSeconds(1))) {
            var suspended = existing(SUSPENDED);

            suspended.change(endingAt(end), LATER);

            assertEquals(end.equals(NOON) ? null : end, suspended.details().endedAt());
        }
    }

    private static SubscriptionDetails endingAt(Instant end) {
        return new SubscriptionDetails(
                990011,
                AccessMode.API,
                NotificationFrequency.EACH,
                "mairie@mairie.fr",
                ACTIVE,
                null,
                null,
                null,
                end,
                null,
                ADA,
                null,
                null);
    }

    @Test
    void theRequestNamesItsSubscriberAndTheAdministratorWhoGetsAnAccount() {
        assertEquals(
                new SubscriptionEvent.Requested(subscription.id(), "CERTDC", TOWN, ADA, INACTIVE),
                subscription.requested());
        assertNotNull(subscription.id());
        assertEquals("CERTDC", subscription.processCode());
        assertEquals(TOWN, subscription.subscriber());
    }
}
