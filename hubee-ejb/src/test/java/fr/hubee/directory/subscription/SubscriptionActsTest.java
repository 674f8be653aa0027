package fr.hubee.directory.subscription;

import static fr.hubee.directory.subscription.SubscriptionStatus.ACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.INACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.REFUSED;
import static fr.hubee.directory.subscription.SubscriptionStatus.SUSPENDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.journal.audit.AuditAction;
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
}
