package fr.hubee.lifetime.merge;

import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionTransfer.SubscriptionTransferPlan;
import fr.hubee.exchange.notification.CaseHandover.NewFetchers;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Sha256;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The effects that a merge would have.
 *
 * @param cases number of cases, by the code of their démarche
 * @param notifications number of unread notifications; they follow their cases
 * @param fetchers number of cases that somebody else fetches than before
 * @param subscriptions those that move, and those that end because the successor has its own
 * @param withCredentials subscriptions with credentials: these follow a subscription that moves, and are revoked with one that stays
 * @param accounts number of accounts, active or not
 */
public record MergePreview(
        OrganizationKey from,
        String fromName,
        OrganizationKey to,
        String toName,
        SortedMap<String, Long> cases,
        long notifications,
        NewFetchers fetchers,
        SubscriptionTransferPlan subscriptions,
        Set<UUID> withCredentials,
        long accounts) {

    public long allCases() {
        return cases.values().stream().mapToLong(Long::longValue).sum();
    }

    public long movingCredentials() {
        return credentialsOf(subscriptions.moving());
    }

    public long revokedCredentials() {
        return credentialsOf(subscriptions.staying());
    }

    MovedCounts counts() {
        return new MovedCounts(
                allCases(),
                notifications,
                subscriptions.moving().size(),
                subscriptions.staying().size(),
                (int) movingCredentials(),
                (int) revokedCredentials(),
                accounts);
    }

    private long credentialsOf(List<SubscriptionLine> lines) {
        return lines.stream()
                .filter(line -> withCredentials.contains(line.id()))
                .count();
    }

    /**
     * Changes when the content of the merge changes. Notifications and fetched cases are left out: software reads them all the time, and no
     * decision depends on them.
     */
    public String fingerprint() {
        var text = String.join(
                "\n",
                from.toString(),
                to.toString(),
                cases.toString(),
                ids(subscriptions.moving()).toString(),
                ids(subscriptions.staying()).toString(),
                new TreeSet<>(withCredentials).toString(),
                Long.toString(accounts));
        return Sha256.hex(text);
    }

    private static TreeSet<UUID> ids(List<SubscriptionLine> lines) {
        var ids = new TreeSet<UUID>();
        lines.forEach(line -> ids.add(line.id()));
        return ids;
    }

    boolean hasSame(SubscriptionTransferPlan plan) {
        return ids(plan.moving()).equals(ids(subscriptions.moving()))
                && ids(plan.staying()).equals(ids(subscriptions.staying()));
    }
}
