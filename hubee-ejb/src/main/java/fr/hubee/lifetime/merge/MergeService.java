package fr.hubee.lifetime.merge;

import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.SubscriptionCredentials;
import fr.hubee.directory.organization.OrganizationSuccession;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionTransfer;
import fr.hubee.directory.subscription.SubscriptionTransfer.SubscriptionTransferPlan;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.exchange.notification.CaseHandover;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountTransfer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Moves everything of a merged commune to its successor; for the national administrator. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class MergeService {
    @Inject
    OrganizationSuccession succession;

    @Inject
    SubscriptionTransfer subscriptions;

    @Inject
    CredentialService credentials;

    @Inject
    SubscriptionCredentials credentialTransfer;

    @Inject
    CaseHandover cases;

    @Inject
    CaseLookup caseLookup;

    @Inject
    AccountTransfer accounts;

    @Inject
    MergeRepository merges;

    @Inject
    Clock clock;

    /**
     * A dry run of {@link #merge}.
     *
     * @throws InvalidRequest with a French message, when the second organisation cannot succeed the first
     */
    public MergePreview preview(Caller caller, OrganizationKey from, OrganizationKey to) {
        return preview(caller, from, to, succession.require(from, to));
    }

    /**
     * Merges, all or nothing. A case that arrives for the predecessor at the same moment may stay with it: the next preview shows it, and
     * the merge can be repeated.
     *
     * @param fingerprint of the preview that the administrator has seen
     * @return what was moved
     * @throws Conflict with a French message, when the content has changed since the preview
     */
    @RecentSecondFactor
    public MergePreview merge(Caller caller, OrganizationKey from, OrganizationKey to, String fingerprint) {
        var heirs = succession.begin(from, to);
        var seen = preview(caller, from, to, heirs);
        if (!seen.fingerprint().equals(fingerprint)) {
            throw changedSince();
        }
        var merge = begin(caller, seen, heirs.predecessor().status());
        // credentials first, in lock order: a pair being created is waited for before its subscription is locked
        seen.subscriptions().moving().forEach(line -> follow(caller, merge, line.id(), to));
        seen.subscriptions().staying().forEach(line -> revoke(caller, merge, line.id()));
        var moved = subscriptions.move(caller, from, to);
        if (!seen.hasSame(moved)) {
            throw changedSince();
        }
        subscriptions.remember(merge, moved);
        int movedCases = cases.move(caller, merge, from, to, following(moved));
        var movedAccounts = accounts.moveAll(caller, from, to);
        accounts.remember(merge, movedAccounts);
        succession.end(caller, from, to, details(seen, movedCases, movedAccounts.size()));
        return seen;
    }

    private UUID begin(Caller caller, MergePreview seen, String formerStatus) {
        var merge = new OrganizationMerge(seen, formerStatus, caller.name(), clock.instant());
        merges.add(merge);
        return merge.id();
    }

    private void follow(Caller caller, UUID merge, UUID subscription, OrganizationKey to) {
        credentialTransfer.remember(merge, subscription, false);
        credentialTransfer.follow(caller, subscription, to);
    }

    private void revoke(Caller caller, UUID merge, UUID subscription) {
        credentialTransfer.remember(merge, subscription, true);
        credentialTransfer.revokeFor(caller, subscription);
    }

    private MergePreview preview(
            Caller caller, OrganizationKey from, OrganizationKey to, OrganizationSuccession.Heirs heirs) {
        var plan = subscriptions.preview(from, to);
        return new MergePreview(
                from,
                heirs.predecessor().name(),
                to,
                heirs.successor().name(),
                new TreeMap<>(caseLookup.countByProcess(from)),
                cases.unread(from),
                cases.newFetchers(from, to, following(plan)),
                plan,
                withCredentials(caller, plan),
                accounts.count(from));
    }

    /** The démarches whose subscriptions move, with their software. */
    private static List<String> following(SubscriptionTransferPlan plan) {
        return plan.moving().stream().map(SubscriptionLine::processCode).toList();
    }

    private Set<UUID> withCredentials(Caller caller, SubscriptionTransferPlan plan) {
        return Stream.concat(plan.moving().stream(), plan.staying().stream())
                .map(SubscriptionLine::id)
                .filter(id -> credentials.read(caller, id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Changes details(MergePreview seen, int cases, int accounts) {
        return Changes.of("cases", cases)
                .and("notifications", seen.notifications())
                .and("casesToSoftware", seen.fetchers().software())
                .and("casesToPortal", seen.fetchers().portal())
                .and("subscriptionsMoved", seen.subscriptions().moving().size())
                .and("subscriptionsEnded", seen.subscriptions().staying().size())
                .and("credentialsMoved", seen.movingCredentials())
                .and("credentialsRevoked", seen.revokedCredentials())
                .and("accounts", accounts);
    }

    private static Conflict changedSince() {
        return new Conflict(Words.text("lifetime.MergeService.hasChanged"));
    }
}
