package fr.hubee.lifetime.merge;

import fr.hubee.clients.client.SubscriptionCredentials;
import fr.hubee.clients.client.SubscriptionCredentials.CredentialReturn;
import fr.hubee.desk.casework.Handlers;
import fr.hubee.directory.organization.OrganizationSuccession;
import fr.hubee.directory.subscription.ReturningSubscription;
import fr.hubee.directory.subscription.SubscriptionTransfer;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.exchange.notification.CaseHandover;
import fr.hubee.exchange.notification.CaseHandover.MovedCases;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountTransfer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Gives back to a merged commune what a merge took from it; for the national administrator, for thirty days. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class MergeUndoService {
    @Inject
    MergeRepository merges;

    @Inject
    OrganizationSuccession succession;

    @Inject
    SubscriptionTransfer subscriptions;

    @Inject
    SubscriptionCredentials credentials;

    @Inject
    CaseHandover cases;

    @Inject
    CaseLookup caseLookup;

    @Inject
    AccountTransfer accounts;

    @Inject
    Handlers handlers;

    @Inject
    Clock clock;

    /** @param refusal why it cannot be undone, in French */
    public record RecentMerge(KnownMerge merge, Optional<String> refusal) {
        public boolean isReversible() {
            return refusal.isEmpty();
        }
    }

    /** The merges of the last thirty days, newest first, with those undone. */
    public List<RecentMerge> list(Caller caller) {
        var known = merges.all();
        var now = clock.instant();
        return known.stream()
                .filter(merge -> now.isBefore(merge.until()))
                .map(merge -> new RecentMerge(merge, merge.refusal(known, now)))
                .toList();
    }

    /** A dry run of {@link #undo}. */
    public UndoPreview preview(Caller caller, UUID id) {
        return preview(merges.require(id));
    }

    /**
     * Undoes a merge, all or nothing.
     *
     * @param fingerprint of the preview that the administrator has seen
     * @return what was given back
     * @throws InvalidRequest with a French message, when the merge can no longer be undone
     * @throws Conflict with a French message, when the content has changed since the preview
     */
    @RecentSecondFactor
    public UndoPreview undo(Caller caller, UUID id, String fingerprint) {
        var merge = merges.require(id);
        var from = merge.predecessor();
        var to = merge.successor();
        hold(merge);
        var seen = preview(merge);
        if (!seen.isPossible()) {
            throw new InvalidRequest(seen.refusal());
        }
        if (!seen.fingerprint().equals(fingerprint)) {
            throw new Conflict(Words.text("lifetime.MergeUndoService.hasChanged"));
        }
        seen.credentials().forEach(each -> credentials.giveBack(caller, each, from));
        subscriptions.giveBack(caller, seen.subscriptions(), from);
        int returnedCases = cases.giveBack(caller, id, from, to);
        int returnedAccounts = accounts.giveBack(caller, id, from, to).size();
        handlers.separate(from, to);
        merge.undone(caller.name(), clock.instant());
        succession.undo(caller, from, to, merge.formerStatus(), details(seen, returnedCases, returnedAccounts));
        return seen;
    }

    /** Forgets merges that can no longer be undone. */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        return merges.removeUntil(clock.instant().minus(KnownMerge.REMEMBERED));
    }

    /** Locks in the order of a merge: organisations, credentials, subscriptions; the cases and accounts follow. */
    private void hold(OrganizationMerge merge) {
        succession.hold(merge.predecessor(), merge.successor());
        merges.hold(merge);
        subscriptions.ofMerge(merge.id()).forEach(credentials::hold);
        subscriptions.hold(merge.id(), merge.predecessor());
    }

    private UndoPreview preview(OrganizationMerge merge) {
        var known = merges.all();
        var told = known.stream()
                .filter(each -> each.id().equals(merge.id()))
                .findFirst()
                .orElseThrow(() -> NotFound.of("Merge"));
        var id = merge.id();
        var to = merge.successor();
        var moved = cases.previewReturn(id, to, told.mergedAt());
        var plan = subscriptions.previewReturn(id, merge.predecessor(), to);
        long takenBack = cases.unreadAddedBy(id);
        return new UndoPreview(
                told,
                told.refusal(known, clock.instant()).orElse(null),
                moved,
                cases.unread(to, id) - takenBack,
                takenBack,
                plan,
                credentials(id, plan),
                credentials.revokedBy(id),
                accounts.previewReturn(id, to),
                unseen(to, plan, moved));
    }

    private List<CredentialReturn> credentials(UUID id, List<ReturningSubscription> plan) {
        return plan.stream()
                .filter(ReturningSubscription::returns)
                .flatMap(each -> credentials.previewReturn(id, each.line().id()).stream())
                .toList();
    }

    /** Returns the number of cases that the successor keeps in the démarches whose subscriptions go back. */
    private SortedMap<String, Long> unseen(OrganizationKey to, List<ReturningSubscription> plan, MovedCases moved) {
        var staying = new TreeMap<String, Long>();
        var all = caseLookup.countByProcess(to);
        for (var each : plan) {
            var code = each.line().processCode();
            long kept = all.getOrDefault(code, 0L) - moved.returning().getOrDefault(code, 0L);
            if (each.returns() && kept > 0) {
                staying.put(code, kept);
            }
        }
        return staying;
    }

    private static Changes details(UndoPreview seen, int cases, int accounts) {
        return Changes.of("cases", cases)
                .and("notifications", seen.notifications())
                .and("notificationsTakenBack", seen.takenBack())
                .and("subscriptionsReturned", seen.returning().size())
                .and("subscriptionsResumed", seen.resuming().size())
                .and("credentialsReturned", seen.followingCredentials())
                .and("credentialsRevoked", seen.revokedCredentials())
                .and("accounts", accounts)
                .and("mergedAt", seen.merge().mergedAt());
    }
}
