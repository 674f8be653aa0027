package fr.hubee.directory.subscription;

import static fr.hubee.directory.process.SubscriptionValidation.Auto;
import static fr.hubee.directory.process.SubscriptionValidation.Manual;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The actions of people on a subscription. */
class SubscriptionLifeTest {
    static final Instant NOON = SubscriptionTest.NOON;
    static final Instant LATER = SubscriptionTest.LATER;
    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    static Subscription subscription(SubscriptionStatus status) {
        return SubscriptionTest.existing(status);
    }

    static Subscription with(AccessMode mode, NotificationFrequency frequency, String email) {
        var details = new SubscriptionDetails(
                0, mode, frequency, email, INACTIVE, null, null, null, null, null, SubscriptionTest.ADA, null, null);
        return new Subscription("CERTDC", SubscriptionTest.TOWN, details, NOON);
    }

    static String refusal(Executable act) {
        return assertThrows(InvalidRequest.class, act).getMessage();
    }

    @Test
    void itIsActivatedFromTodayToOneYearFromNow() {
        for (var day : List.of(TODAY, TODAY.plusDays(1), TODAY.plusYears(1))) {
            var subscription = subscription(INACTIVE);

            subscription.activate(day, Auto, NOON);

            assertEquals(ACTIVE, subscription.status());
            assertEquals(
                    Instant.parse(day + "T23:01:00Z").minusSeconds(86400),
                    subscription.details().activatedAt());
            assertEquals(day.equals(TODAY), subscription.receivesAt(NOON));
        }
    }

    @Test
    void aDateThatIsPastOrFarAwayIsRefusedWithTheDatesThatAreNot() {
        var subscription = subscription(INACTIVE);

        assertTrue(refusal(() -> subscription.activate(TODAY.minusDays(1), Auto, NOON))
                .contains("aujourd’hui (24/11/2026)"));
        var far = "La date d’activation est trop lointaine : choisissez une date jusqu’au 24/11/2027, dans un an.";
        assertEquals(far, refusal(() -> subscription.activate(TODAY.plusYears(1).plusDays(1), Auto, NOON)));
        assertEquals(far, refusal(() -> subscription.activate(LocalDate.parse("9999-12-31"), Auto, NOON)));
        assertTrue(refusal(() -> subscription.activate(null, Auto, NOON)).startsWith("Choisissez la date"));
        assertEquals(INACTIVE, subscription.status());
        assertNull(subscription.details().activatedAt());
    }

    @Test
    void itIsStillTodayInParisWhereUtcIsYesterday() {
        var afterMidnight = Instant.parse("2026-11-24T23:30:00Z");

        assertThrows(InvalidRequest.class, () -> subscription(INACTIVE).activate(TODAY, Auto, afterMidnight));
        subscription(INACTIVE).activate(TODAY.plusDays(1), Auto, afterMidnight);
    }

    @Test
    void theDayIsChosenAgainAsLongAsItHasNotCome() {
        var subscription = subscription(INACTIVE);
        subscription.activate(TODAY.plusDays(5), Auto, NOON);

        subscription.activate(TODAY, Auto, NOON);

        assertTrue(subscription.receivesAt(NOON));
        assertTrue(refusal(() -> subscription.activate(TODAY, Auto, NOON)).contains("« Actif »"));
    }

    @Test
    void anAccessModeAndAnAddressComeBeforeActivation() {
        var undecided = with(null, NotificationFrequency.EACH, "mairie@mairie.fr");
        assertTrue(refusal(() -> undecided.activate(TODAY, Auto, NOON)).contains("modalité d’accès"));

        var silent = with(AccessMode.PORTAIL, NotificationFrequency.DAILY, null);
        assertTrue(refusal(() -> silent.activate(TODAY, Auto, NOON)).contains("adresse électronique"));

        with(AccessMode.PORTAIL, NotificationFrequency.NONE, null).activate(TODAY, Auto, NOON);
    }

    @Test
    void itAwaitsTheOperatorWhereItsValidationIsManual() {
        var subscription = subscription(INACTIVE);

        assertTrue(refusal(() -> subscription.activate(TODAY, Manual, NOON)).contains("attend la validation"));
        subscription.validate(NOON);
        assertEquals(NOON, subscription.details().validatedAt());
        subscription.activate(TODAY, Manual, LATER);

        assertEquals(NOON, subscription.details().validatedAt());
        assertEquals("Cet abonnement est déjà validé.", refusal(() -> subscription.validate(LATER)));
    }

    @Test
    void whereItIsAutomaticTheFirstActSaysSo() {
        var subscription = subscription(INACTIVE);

        subscription.activate(TODAY, Auto, NOON);

        assertEquals(NOON, subscription.details().validatedAt());
    }

    @Test
    void aRefusalHasAReasonThatFits() {
        var subscription = subscription(INACTIVE);

        assertTrue(refusal(() -> subscription.refuse(" ", NOON)).startsWith("Indiquez le motif"));
        assertTrue(refusal(() -> subscription.refuse(null, NOON)).startsWith("Indiquez le motif"));
        assertTrue(refusal(() -> subscription.refuse("x".repeat(1001), NOON)).contains("1 000"));
        assertEquals(INACTIVE, subscription.status());

        subscription.refuse(" Pièce\u0000 manquante ", NOON);

        assertEquals(REFUSED, subscription.status());
        assertEquals("Pièce manquante", subscription.details().rejectionReason());
        assertEquals(NOON, subscription.details().rejectedAt());
        assertTrue(refusal(() -> subscription.activate(TODAY, Auto, NOON)).contains("« Refusé »"));
    }

    @Test
    void whatWasRefusedMayBeAcceptedAfterAll() {
        var subscription = subscription(INACTIVE);
        subscription.refuse("Trop tôt", NOON);

        subscription.validate(LATER);

        assertEquals(INACTIVE, subscription.status());
        assertNull(subscription.details().rejectionReason());
        assertNull(subscription.details().rejectedAt());
        subscription.activate(TODAY, Manual, LATER);
    }

    @Test
    void onlyWhatIsNotAtWorkYetIsRefused() {
        for (var status : List.of(ACTIVE, SUSPENDED, REFUSED)) {
            assertThrows(InvalidRequest.class, () -> subscription(status).refuse("Non", NOON));
        }
    }

    @Test
    void aSuspensionIsDatedUntilItIsTakenUpAgain() {
        var subscription = subscription(INACTIVE);
        subscription.activate(TODAY, Auto, NOON);
        var since = subscription.details().activatedAt();

        subscription.suspend(LATER);

        assertEquals(SUSPENDED, subscription.status());
        assertEquals(LATER, subscription.details().endedAt());
        assertFalse(subscription.receivesAt(LATER));
        assertTrue(refusal(() -> subscription.activate(TODAY, Auto, LATER)).contains("réactivez-le"));

        subscription.reactivate(Auto, LATER);

        assertEquals(since, subscription.details().activatedAt());
        assertNull(subscription.details().endedAt());
        assertTrue(subscription.receivesAt(LATER));
    }

    @Test
    void onlyTheActiveIsSuspendedAndOnlyTheSuspendedIsTakenUpAgain() {
        for (var status : List.of(INACTIVE, SUSPENDED, REFUSED)) {
            assertThrows(InvalidRequest.class, () -> subscription(status).suspend(NOON));
        }
        for (var status : List.of(INACTIVE, ACTIVE, REFUSED)) {
            assertThrows(InvalidRequest.class, () -> subscription(status).reactivate(Auto, NOON));
        }
    }

    @Test
    void aSuspensionByTheApiIsDatedToo() {
        var subscription = subscription(ACTIVE);
        subscription.change(SubscriptionTest.wanted(SUSPENDED), LATER);
        assertEquals(LATER, subscription.details().endedAt());

        var sentBack = subscription.details();
        var active = new SubscriptionDetails(
                sentBack.datapassId(),
                sentBack.accessMode(),
                sentBack.notificationFrequency(),
                sentBack.email(),
                ACTIVE,
                sentBack.activatedAt(),
                sentBack.validatedAt(),
                sentBack.rejectedAt(),
                sentBack.endedAt(),
                sentBack.rejectionReason(),
                sentBack.localAdministrator(),
                null,
                null);
        subscription.change(active, LATER);

        assertNull(subscription.details().endedAt());
    }

    @Test
    void anActivationByTheApiValidatesToo() {
        var subscription = subscription(INACTIVE);

        subscription.change(SubscriptionTest.wanted(ACTIVE), LATER);
        assertEquals(LATER, subscription.details().validatedAt());

        subscription.change(SubscriptionTest.wanted(null), LATER.plusSeconds(9));
        assertEquals(LATER, subscription.details().validatedAt());
    }

    @Test
    void onArrivalWhatIsRefusedStaysSo() {
        var refused = subscription(REFUSED);
        refused.validateOnArrival(NOON);
        assertNull(refused.details().validatedAt());

        var asked = subscription(INACTIVE);
        asked.validateOnArrival(NOON);
        asked.validateOnArrival(LATER);
        assertEquals(NOON, asked.details().validatedAt());
    }

    @Test
    void aRefusedOneHasNothingToConfigure() {
        var settings = new SubscriptionSettings(AccessMode.PORTAIL, NotificationFrequency.NONE, null, null);

        assertThrows(InvalidRequest.class, () -> subscription(REFUSED).configure(settings, NOON));

        var subscription = subscription(SUSPENDED);
        subscription.configure(settings, NOON);
        assertEquals(settings, subscription.settings());
        assertNotNull(subscription.details().validatedAt());
    }

    @Test
    void oneThatEndsBeforeItWasValidatedIsNotTakenUpAgainBehindTheOperatorsBack() {
        var subscription = subscription(INACTIVE);
        subscription.end(NOON);

        assertThrows(InvalidRequest.class, () -> subscription.reactivate(Manual, LATER));
        subscription.reactivate(Auto, LATER);

        assertEquals(LATER, subscription.details().activatedAt());
    }

    @Test
    void aChosenStartIsReportedOnceWhenItComes() {
        var subscription = subscription(INACTIVE);
        subscription.activate(TODAY.plusDays(2), Auto, NOON);
        assertFalse(subscription.begin(NOON));
        assertTrue(subscription.begin(NOON.plusSeconds(2 * 86_400)));

        var again = subscription(INACTIVE);
        again.activate(TODAY.plusDays(2), Auto, NOON);
        again.suspend(LATER);
        assertFalse(again.begin(NOON.plusSeconds(2 * 86_400)));
        again.reactivate(Auto, LATER);
        assertTrue(again.begin(NOON.plusSeconds(2 * 86_400)));
    }
}
