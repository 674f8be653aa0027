package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.ReturningSubscription.ReturnOutcome;
import fr.hubee.directory.subscription.SubscriptionTransfer.MergedSubscription;
import fr.hubee.directory.subscription.SubscriptionTransfer.SubscriptionTransferPlan;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturningSubscriptionTest {
    static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "2".repeat(14), "77372");
    static final OrganizationKey OTHER = new OrganizationKey(OrganizationType.SI, "3".repeat(14), "77372");

    static SubscriptionLine today(OrganizationKey subscriber, long version) {
        return new SubscriptionLine(
                ID,
                version,
                "EtatCivil",
                null,
                null,
                null,
                null,
                subscriber,
                null,
                0,
                null,
                null,
                null,
                SubscriptionStatus.SUSPENDED,
                null,
                null,
                null,
                null,
                null);
    }

    static ReturningSubscription returning(
            boolean moved, SubscriptionStatus before, SubscriptionLine today, String... held) {
        return ReturningSubscription.of(new MergedSubscription(ID, moved, before, null, 3), today, TOWN, Set.of(held));
    }

    static ReturnOutcome outcome(boolean moved, SubscriptionLine today, String... held) {
        return returning(moved, SubscriptionStatus.ACTIVE, today, held).outcome();
    }

    @Test
    void whatMovedReturnsEvenWhenItHasChanged() {
        assertEquals(ReturnOutcome.RETURNS, outcome(true, today(TOWN, 3)));
        assertEquals(ReturnOutcome.RETURNS, outcome(true, today(TOWN, 4)));
        assertTrue(returning(true, SubscriptionStatus.ACTIVE, today(TOWN, 4)).changed());
    }

    @Test
    void itStaysWhereThePredecessorHasAnotherOneAndWhereTheSuccessorHasItNoLonger() {
        assertEquals(ReturnOutcome.TAKEN_AGAIN, outcome(true, today(TOWN, 3), "EtatCivil"));
        assertEquals(ReturnOutcome.ELSEWHERE, outcome(true, today(OTHER, 3)));
    }

    @Test
    void whatEndedResumesUnlessSomebodyChangedIt() {
        assertEquals(ReturnOutcome.RESUMES, outcome(false, today(OTHER, 3), "EtatCivil"));
        assertEquals(ReturnOutcome.CHANGED, outcome(false, today(OTHER, 4), "EtatCivil"));
    }

    @Test
    void whatWasRefusedBeforeDidNotEnd() {
        assertEquals(
                ReturnOutcome.REFUSED,
                returning(false, SubscriptionStatus.REFUSED, today(OTHER, 3), "EtatCivil")
                        .outcome());
    }

    @Test
    void aSubscriptionThatReturnsDoesNotResumeAndOneThatStaysDoesNeither() {
        var returning = returning(true, SubscriptionStatus.ACTIVE, today(TOWN, 3));
        var resuming = returning(false, SubscriptionStatus.ACTIVE, today(OTHER, 3));
        var staying = returning(true, SubscriptionStatus.ACTIVE, today(OTHER, 3));

        assertTrue(returning.returns());
        assertFalse(returning.resumes());
        assertTrue(resuming.resumes());
        assertFalse(resuming.returns());
        assertFalse(staying.returns());
        assertFalse(staying.resumes());
        assertEquals("reprend", resuming.outcome().label());
    }

    @Test
    void whatTheSuccessorHasNotMovesToItAndTheOthersStay() {
        var moving = today(OTHER, 3);
        var successors = SubscriptionLineTest.line("CERTDC", SubscriptionStatus.ACTIVE, null, null);
        var staying = SubscriptionLineTest.line("CERTDC", SubscriptionStatus.SUSPENDED, null, null);

        var plan = SubscriptionTransferPlan.of(List.of(moving, staying), List.of(successors));

        assertEquals(List.of(moving), plan.moving());
        assertEquals(List.of(staying), plan.staying());
    }
}
