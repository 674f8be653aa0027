package fr.hubee.directory.subscription;

import static fr.hubee.directory.subscription.SubscriptionStatus.ACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.INACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.REFUSED;
import static fr.hubee.directory.subscription.SubscriptionStatus.SUSPENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;

class SubscriptionActsTest {

    static AuditAction between(SubscriptionStatus before, SubscriptionStatus after) {
        return SubscriptionTest.wanted(after).actSince(SubscriptionTest.wanted(before));
    }

    @Test
    void aStepOfItsLifeIsNamedBeforeAnythingElse() {
        assertEquals(AuditAction.SUBSCRIPTION_ACTIVATED, between(INACTIVE, ACTIVE));
        assertEquals(AuditAction.SUBSCRIPTION_ACTIVATED, between(SUSPENDED, ACTIVE));
        assertEquals(AuditAction.SUBSCRIPTION_SUSPENDED, between(ACTIVE, SUSPENDED));
        assertEquals(AuditAction.SUBSCRIPTION_REFUSED, between(INACTIVE, REFUSED));
        assertEquals(AuditAction.SUBSCRIPTION_VALIDATED, between(REFUSED, INACTIVE));
        assertEquals(AuditAction.SUBSCRIPTION_CHANGED, between(ACTIVE, ACTIVE));
    }

    @Test
    void aNewOneIsAskedForOrRefused() {
        assertEquals(
                AuditAction.SUBSCRIPTION_CREATED,
                SubscriptionTest.wanted(INACTIVE).actSince(null));
        assertEquals(
                AuditAction.SUBSCRIPTION_REFUSED,
                SubscriptionTest.wanted(REFUSED).actSince(null));
    }

    @Test
    void aChangeThatValidatesIsAValidation() {
        var before = SubscriptionTest.existing(INACTIVE);
        var after = SubscriptionTest.existing(INACTIVE);
        after.validateOnArrival(SubscriptionTest.NOON);

        assertEquals(AuditAction.SUBSCRIPTION_VALIDATED, after.details().actSince(before.details()));
        assertEquals(AuditAction.SUBSCRIPTION_CHANGED, before.details().actSince(after.details()));
        assertEquals(AuditAction.SUBSCRIPTION_CHANGED, after.details().actSince(after.details()));
    }

    @Test
    void itIsAcceptedWhenItWasRefusedAndIsNoLonger() {
        assertTrue(SubscriptionTest.wanted(INACTIVE).isAcceptedAfter(SubscriptionTest.wanted(REFUSED)));
        assertFalse(SubscriptionTest.wanted(REFUSED).isAcceptedAfter(SubscriptionTest.wanted(REFUSED)));
        assertFalse(SubscriptionTest.wanted(INACTIVE).isAcceptedAfter(SubscriptionTest.wanted(INACTIVE)));
    }

    @Test
    void aReasonHasAThousandCharactersAtMost() {
        assertEquals("a".repeat(1000), SubscriptionDetails.checkedReason("a".repeat(1000)));
        assertThrows(InvalidRequest.class, () -> SubscriptionDetails.checkedReason("a".repeat(1001)));
    }
}
