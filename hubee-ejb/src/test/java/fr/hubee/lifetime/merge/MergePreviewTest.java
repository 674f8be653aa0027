package fr.hubee.lifetime.merge;

import static fr.hubee.lifetime.merge.KnownMergeTest.CITY;
import static fr.hubee.lifetime.merge.KnownMergeTest.NOON;
import static fr.hubee.lifetime.merge.KnownMergeTest.TOWN;
import static fr.hubee.lifetime.merge.KnownMergeTest.VILLAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.SubscriptionCredentials.CredentialReturn;
import fr.hubee.directory.subscription.ReturningSubscription;
import fr.hubee.directory.subscription.ReturningSubscription.ReturnOutcome;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.directory.subscription.SubscriptionTransfer.SubscriptionTransferPlan;
import fr.hubee.exchange.notification.CaseHandover.MovedCases;
import fr.hubee.exchange.notification.CaseHandover.NewFetchers;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.lifetime.merge.MergeUndoService.RecentMerge;
import fr.hubee.people.account.AccountTransfer.ReturningAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The administrator decides on what a preview shows: it counts, and its fingerprint changes with what counts. */
class MergePreviewTest {
    static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final UUID THIRD = UUID.fromString("00000000-0000-7000-8000-000000000003");

    static SubscriptionLine line(UUID id, long version) {
        return new SubscriptionLine(
                id,
                version,
                "EtatCivil",
                null,
                null,
                null,
                null,
                VILLAGE,
                null,
                0,
                null,
                null,
                null,
                SubscriptionStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null);
    }

    static SubscriptionTransferPlan plan(List<UUID> moving, List<UUID> staying) {
        return new SubscriptionTransferPlan(
                moving.stream().map(id -> line(id, 1)).toList(),
                staying.stream().map(id -> line(id, 1)).toList());
    }

    static final SubscriptionTransferPlan PLAN = plan(List.of(FIRST, SECOND), List.of(THIRD));

    static MergePreview preview(
            OrganizationKey to, long cases, SubscriptionTransferPlan plan, Set<UUID> withCredentials, long accounts) {
        return new MergePreview(
                VILLAGE,
                "Village",
                to,
                "Ville",
                new TreeMap<>(Map.of("CERTDC", 2L, "EtatCivil", cases)),
                7,
                new NewFetchers(List.of(), 0),
                plan,
                withCredentials,
                accounts);
    }

    final MergePreview merge = preview(TOWN, 3, PLAN, Set.of(FIRST, THIRD), 4);

    @Test
    void aMergeCountsItsCasesSubscriptionsAndCredentials() {
        assertEquals(5, merge.allCases());
        assertEquals(1, merge.movingCredentials());
        assertEquals(1, merge.revokedCredentials());
        assertEquals(0, preview(TOWN, 3, PLAN, Set.of(), 4).movingCredentials());
        assertEquals(new MovedCounts(5, 7, 2, 1, 1, 1, 4), merge.counts());
    }

    @Test
    void theFingerprintOfAMergeChangesWithWhatIsMoved() {
        assertEquals(
                merge.fingerprint(),
                preview(TOWN, 3, plan(List.of(SECOND, FIRST), List.of(THIRD)), Set.of(FIRST, THIRD), 4)
                        .fingerprint());
        for (var other : List.of(
                preview(CITY, 3, PLAN, Set.of(FIRST, THIRD), 4),
                preview(TOWN, 4, PLAN, Set.of(FIRST, THIRD), 4),
                preview(TOWN, 3, plan(List.of(FIRST), List.of(THIRD)), Set.of(FIRST, THIRD), 4),
                preview(TOWN, 3, plan(List.of(FIRST, SECOND), List.of()), Set.of(FIRST, THIRD), 4),
                preview(TOWN, 3, PLAN, Set.of(FIRST), 4),
                preview(TOWN, 3, PLAN, Set.of(FIRST, THIRD), 5))) {
            assertNotEquals(merge.fingerprint(), other.fingerprint());
        }
        assertEquals(64, merge.fingerprint().length());
    }

    @Test
    void thePlanIsTheSameWhenTheSameSubscriptionsMoveAndStay() {
        assertTrue(merge.hasSame(plan(List.of(SECOND, FIRST), List.of(THIRD))));
        assertFalse(merge.hasSame(plan(List.of(FIRST), List.of(THIRD))));
        assertFalse(merge.hasSame(plan(List.of(FIRST, SECOND), List.of())));
    }

    @Test
    void aMergeKeepsWhatItsUndoingNeeds() {
        var stored = new OrganizationMerge(merge, "Actif", "nina@hubee.example", NOON);
        var other = new OrganizationMerge(merge, "Actif", "nina@hubee.example", NOON);

        assertEquals(VILLAGE, stored.predecessor());
        assertEquals(TOWN, stored.successor());
        assertEquals("Actif", stored.formerStatus());
        assertNotEquals(stored.id(), other.id());
    }

    static ReturningSubscription returning(UUID id, ReturnOutcome outcome, long version) {
        return new ReturningSubscription(line(id, version), outcome, false, SubscriptionStatus.ACTIVE, null);
    }

    static ReturningAccount account(UUID id, boolean active, boolean returns, boolean changed) {
        return new ReturningAccount(id, "Ada", 1, active, returns, changed);
    }

    static final List<ReturningSubscription> SUBSCRIPTIONS = List.of(
            returning(FIRST, ReturnOutcome.RETURNS, 1),
            returning(SECOND, ReturnOutcome.RESUMES, 1),
            returning(THIRD, ReturnOutcome.ELSEWHERE, 1));
    static final List<CredentialReturn> CREDENTIALS = List.of(
            new CredentialReturn(FIRST, "a", true),
            new CredentialReturn(FIRST, "b", false),
            new CredentialReturn(FIRST, "c", false));
    static final List<ReturningAccount> ACCOUNTS = List.of(
            account(FIRST, true, true, true),
            account(SECOND, true, true, false),
            account(THIRD, false, true, true),
            account(new UUID(0, 4), true, false, true));

    static UndoPreview undo(
            long cases,
            List<ReturningSubscription> subscriptions,
            List<CredentialReturn> credentials,
            List<ReturningAccount> accounts) {
        return new UndoPreview(
                KnownMergeTest.merge(VILLAGE, TOWN, NOON, null),
                null,
                new MovedCases(new TreeMap<>(Map.of("EtatCivil", cases)), 0, 0, new TreeMap<>()),
                0,
                0,
                subscriptions,
                credentials,
                0,
                accounts,
                new TreeMap<>());
    }

    final UndoPreview undo = undo(3, SUBSCRIPTIONS, CREDENTIALS, ACCOUNTS);

    @Test
    void anUndoingIsPossibleUnlessThereIsARefusal() {
        assertTrue(undo.isPossible());
        assertNull(undo.refusal());
        assertFalse(new UndoPreview(
                        undo.merge(),
                        "Trop tard",
                        undo.cases(),
                        0,
                        0,
                        SUBSCRIPTIONS,
                        CREDENTIALS,
                        0,
                        ACCOUNTS,
                        new TreeMap<>())
                .isPossible());
        assertTrue(new RecentMerge(undo.merge(), Optional.empty()).isReversible());
        assertFalse(new RecentMerge(undo.merge(), Optional.of("Trop tard")).isReversible());
    }

    @Test
    void eachSubscriptionReturnsResumesOrStays() {
        assertEquals(List.of(SUBSCRIPTIONS.get(0)), undo.returning());
        assertEquals(List.of(SUBSCRIPTIONS.get(1)), undo.resuming());
        assertEquals(List.of(SUBSCRIPTIONS.get(2)), undo.staying());
    }

    @Test
    void credentialsFollowOrAreRevoked() {
        assertEquals(1, undo.followingCredentials());
        assertEquals(2, undo.revokedCredentials());
    }

    @Test
    void accountsReturnChangedOrClosedOrAreElsewhere() {
        assertEquals(3, undo.returningAccounts());
        assertEquals(List.of(ACCOUNTS.get(0)), undo.changedAccounts());
        assertEquals(List.of(ACCOUNTS.get(2)), undo.closedAccounts());
        assertEquals(1, undo.movedOnAccounts());
    }

    @Test
    void theFingerprintOfAnUndoingChangesWithWhatIsGivenBack() {
        assertEquals(
                undo.fingerprint(),
                undo(3, SUBSCRIPTIONS, CREDENTIALS, ACCOUNTS).fingerprint());
        for (var other : List.of(
                undo(4, SUBSCRIPTIONS, CREDENTIALS, ACCOUNTS),
                undo(3, List.of(returning(FIRST, ReturnOutcome.RETURNS, 2)), CREDENTIALS, ACCOUNTS),
                undo(3, SUBSCRIPTIONS.subList(0, 2), CREDENTIALS, ACCOUNTS),
                undo(3, SUBSCRIPTIONS, CREDENTIALS.subList(0, 2), ACCOUNTS),
                undo(3, SUBSCRIPTIONS, CREDENTIALS, ACCOUNTS.subList(0, 3)))) {
            assertNotEquals(undo.fingerprint(), other.fingerprint());
        }
        assertNotEquals(
                undo(3, List.of(returning(FIRST, ReturnOutcome.RETURNS, 1)), List.of(), List.of())
                        .fingerprint(),
                undo(3, List.of(returning(FIRST, ReturnOutcome.RETURNS, 2)), List.of(), List.of())
                        .fingerprint());
        assertNotEquals(
                undo(3, List.of(), List.of(new CredentialReturn(FIRST, "a", true)), List.of())
                        .fingerprint(),
                undo(3, List.of(), List.of(new CredentialReturn(FIRST, "a", false)), List.of())
                        .fingerprint());
        assertNotEquals(
                undo(3, List.of(), List.of(), List.of(account(FIRST, true, true, true)))
                        .fingerprint(),
                undo(3, List.of(), List.of(), List.of(account(FIRST, true, false, true)))
                        .fingerprint());
        assertEquals(64, undo.fingerprint().length());
    }
}
