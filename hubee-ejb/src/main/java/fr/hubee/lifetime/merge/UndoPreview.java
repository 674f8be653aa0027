package fr.hubee.lifetime.merge;

import fr.hubee.clients.client.SubscriptionCredentials.CredentialReturn;
import fr.hubee.directory.subscription.ReturningSubscription;
import fr.hubee.exchange.notification.CaseHandover.MovedCases;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.AccountTransfer.ReturningAccount;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The effects of undoing a merge, and its limits.
 *
 * @param refusal why it cannot be undone at all, in French; null when it can
 * @param notifications number of unread notifications of the cases that return
 * @param takenBack number of unread notifications that the merge added, and its undoing deletes
 * @param credentials of the subscriptions that return
 * @param stillRevoked number of credentials that the merge revoked: they stay so
 * @param unseen the successor's cases that none of its subscriptions covers afterwards, by démarche
 */
public record UndoPreview(
        KnownMerge merge,
        String refusal,
        MovedCases cases,
        long notifications,
        long takenBack,
        List<ReturningSubscription> subscriptions,
        List<CredentialReturn> credentials,
        long stillRevoked,
        List<ReturningAccount> accounts,
        SortedMap<String, Long> unseen) {

    public boolean isPossible() {
        return refusal == null;
    }

    public List<ReturningSubscription> returning() {
        return subscriptions.stream().filter(ReturningSubscription::returns).toList();
    }

    public List<ReturningSubscription> resuming() {
        return subscriptions.stream().filter(ReturningSubscription::resumes).toList();
    }

    public List<ReturningSubscription> staying() {
        return subscriptions.stream()
                .filter(each -> !each.returns() && !each.resumes())
                .toList();
    }

    public long followingCredentials() {
        return credentials.stream().filter(CredentialReturn::follows).count();
    }

    /** Returns the number of credentials that the successor has renewed or created since. */
    public long revokedCredentials() {
        return credentials.size() - followingCredentials();
    }

    public long returningAccounts() {
        return back().count();
    }

    /** Returns the accounts that have changed since the merge, and return as they are today. */
    public List<ReturningAccount> changedAccounts() {
        return back().filter(each -> each.active() && each.changed()).toList();
    }

    public List<ReturningAccount> closedAccounts() {
        return back().filter(each -> !each.active()).toList();
    }

    public long movedOnAccounts() {
        return accounts.size() - returningAccounts();
    }

    private Stream<ReturningAccount> back() {
        return accounts.stream().filter(ReturningAccount::returns);
    }

    /**
     * Changes when the objects to give back change. New objects of the successor, changes of a case that returns anyway, and notifications
     * are left out: they change all the time, and no decision depends on them.
     */
    public String fingerprint() {
        var text = Stream.of(
                        Stream.of(merge.id().toString(), cases.returning().toString()),
                        subscriptions.stream()
                                .map(each -> each.line().id() + " " + each.outcome() + " "
                                        + each.line().version()),
                        credentials.stream().map(each -> each.clientId() + " " + each.follows()),
                        accounts.stream().map(each -> each.id() + " " + each.returns() + " " + each.version()))
                .flatMap(lines -> lines)
                .reduce("", (before, line) -> before + line + "\n");
        return Sha256.hex(text);
    }
}
