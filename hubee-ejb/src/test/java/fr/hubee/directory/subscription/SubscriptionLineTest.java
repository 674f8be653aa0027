package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.directory.subscription.SubscriptionFilter.SubscriptionSort;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The lists of subscriptions, and the words in them. */
class SubscriptionLineTest {
    static final Instant NOON = SubscriptionTest.NOON;

    static SubscriptionLine line(
            String processCode, SubscriptionStatus status, Instant validatedAt, SubscriptionValidation validation) {
        return new SubscriptionLine(
                null,
                0,
                processCode,
                null,
                validation,
                null,
                null,
                SubscriptionTest.TOWN,
                null,
                0,
                null,
                null,
                null,
                status,
                validatedAt,
                null,
                null,
                null,
                null);
    }

    private static boolean awaitsValidation(
            SubscriptionStatus status, Instant validatedAt, SubscriptionValidation validation) {
        return line("CERTDC", status, validatedAt, validation).awaitsValidation();
    }

    @Test
    void onlyAnInactiveOneThatTheOperatorMustAcceptAwaitsIt() {
        assertTrue(awaitsValidation(SubscriptionStatus.INACTIVE, null, SubscriptionValidation.Manual));
        assertFalse(awaitsValidation(SubscriptionStatus.REFUSED, null, SubscriptionValidation.Manual));
        assertFalse(awaitsValidation(SubscriptionStatus.INACTIVE, NOON, SubscriptionValidation.Manual));
        assertFalse(awaitsValidation(SubscriptionStatus.INACTIVE, null, SubscriptionValidation.Auto));
    }

    private static SubscriptionFilter filter(Boolean awaiting, String text, int maxResult) {
        return new SubscriptionFilter(
                null, null, null, null, awaiting, text, SubscriptionSort.PROCESS, false, 0, maxResult);
    }

    @Test
    void aListAsksForThoseThatAwaitAcceptanceForTheOthersOrForAll() {
        var awaiting = where(true, null);

        assertTrue(awaiting.startsWith(" where (p.details.subscriptionValidation = :awaited"), awaiting);
        assertEquals(awaiting.replace(" where (", " where not ("), where(false, null));
        assertEquals("", where(null, null));
        assertTrue(where(null, "a").startsWith(" where (lower(o.name) like :text"));
    }

    private static String where(Boolean awaiting, String text) {
        var national = new Caller("ada@hubee.fr", null, Set.of(RoleNames.ADMIN), Set.of(), null);
        return SubscriptionLineRepository.wanted(national, filter(awaiting, text, 10))
                .where();
    }

    @Test
    void aPageHasOneLineAtLeastAndAThousandAtMost() {
        assertEquals(1, filter(null, null, 0).size());
        assertEquals(25, filter(null, null, 25).size());
        assertEquals(1000, filter(null, null, 1001).size());
    }

    @Test
    void aColumnSortsBothWaysAndTheIdentifierDecides() {
        assertEquals(" order by s.status nulls last, s.id", SubscriptionSort.STATUS.clause(false));
        assertEquals(" order by s.status desc nulls last, s.id", SubscriptionSort.STATUS.clause(true));
    }

    @Test
    void aFrequencyIsReadInAnyCaseAndAStatusAsItIsWritten() {
        assertEquals(Optional.of(NotificationFrequency.DAILY), NotificationFrequency.ofLabel("QUOTIDIENNE"));
        assertEquals(Optional.empty(), NotificationFrequency.ofLabel("DAILY"));
        assertEquals(Optional.of(SubscriptionStatus.SUSPENDED), SubscriptionStatus.ofLabel("Suspendu"));
        assertEquals(Optional.empty(), SubscriptionStatus.ofLabel("suspendu"));
        assertEquals("Portail", AccessMode.PORTAIL.label());
    }

    @Test
    void aBlankAddressIsNone() {
        assertTrue(addressee("mairie@mairie.fr").hasAddress());
        assertFalse(addressee(" ").hasAddress());
        assertFalse(addressee(null).hasAddress());
        assertTrue(known("mairie@mairie.fr").hasAddress());
        assertFalse(known(" ").hasAddress());
        assertFalse(known(null).hasAddress());
    }

    private static Addressee addressee(String email) {
        return new Addressee(null, "CERTDC", null, null, NotificationFrequency.EACH, email);
    }

    private static KnownSubscription known(String email) {
        return new KnownSubscription(UUID.randomUUID(), null, null, null, null, email);
    }

    @Test
    void onlyTheNationalAdministratorReadsSubscriptionsOfAllParties() {
        assertNull(Standing.NATIONAL.path());
        assertEquals("p.details.osl", Standing.OPERATOR.path());
    }
}
