package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Moves an organisation's subscriptions to its successor; the calling service checks the permissions. */
@Dependent
public class SubscriptionTransfer {
    @Inject
    SubscriptionLineRepository lines;

    @Inject
    SubscriptionRepository subscriptions;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditJournal journal;

    @Inject
    Event<Invalidation> invalidations;

    @Inject
    Clock clock;

    /** A dry run of {@link #move}. */
    public SubscriptionTransferPlan preview(OrganizationKey from, OrganizationKey to) {
        return SubscriptionTransferPlan.of(lines.of(from), lines.of(to));
    }

    /** @return what was done, with each subscription's state before */
    public SubscriptionTransferPlan move(Caller caller, OrganizationKey from, OrganizationKey to) {
        var held = subscriptions.holdAllOf(from);
        hold(held, to);
        var plan = preview(from, to);
        var staying = plan.staying().stream().map(SubscriptionLine::id).toList();
        for (var each : held) {
            if (staying.contains(each.id())) {
                end(caller, each.id(), to);
            } else {
                move(caller, each.id(), to);
            }
        }
        return plan;
    }

    /** Prevents new subscriptions of this organisation for the same démarches, until the end of the transaction. */
    private void hold(List<Subscription> locked, OrganizationKey other) {
        locked.forEach(each -> subscriptions.lock(each.processCode(), other));
    }

    /** Records what {@link #move} has done, so that it can be undone. */
    public void remember(UUID merge, SubscriptionTransferPlan done) {
        done.moving().forEach(line -> remember(merge, line, true));
        done.staying().forEach(line -> remember(merge, line, false));
    }

    /** Returns the subscriptions that a merge moved or ended, ordered by démarche. */
    public List<UUID> ofMerge(UUID merge) {
        return changesOf(merge).stream().map(MergedSubscription::id).toList();
    }

    /** Locks what a merge moved or ended, and prevents new subscriptions of the predecessor for the same démarches. */
    public void hold(UUID merge, OrganizationKey from) {
        hold(subscriptions.holdAll(ofMerge(merge)), from);
    }

    /** Returns the outcome for each subscription when the merge is undone, ordered by démarche. */
    public List<ReturningSubscription> previewReturn(UUID merge, OrganizationKey from, OrganizationKey to) {
        var held = lines.of(from).stream().map(SubscriptionLine::processCode).collect(Collectors.toUnmodifiableSet());
        return changesOf(merge).stream()
                .map(then -> ReturningSubscription.of(then, lines.require(then.id()), to, held))
                .sorted(Comparator.comparing(each -> each.line().processCode()))
                .toList();
    }

    /** @param returning as {@link #previewReturn} gives them, with what is held */
    public void giveBack(Caller caller, List<ReturningSubscription> returning, OrganizationKey from) {
        for (var each : returning) {
            switch (each.outcome()) {
                case RETURNS -> move(caller, each.line().id(), from);
                case RESUMES -> resume(caller, each.line().id(), each.formerly(), each.formerEnd());
                case TAKEN_AGAIN, ELSEWHERE, CHANGED, REFUSED -> {} // stays as it is
            }
        }
    }

    /** Transfers it to the successor, or back. */
    private void move(Caller caller, UUID id, OrganizationKey to) {
        var subscription = subscriptions.requireForUpdate(id);
        var from = subscription.subscriber();
        subscription.moveTo(to, clock.instant());
        subscriptions.flush();
        invalidations.fire(SubscriptionLookup.invalidation(subscription.processCode(), from));
        invalidations.fire(SubscriptionLookup.invalidation(subscription.processCode(), to));
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTION_CHANGED)
                .on(to, id)
                .version(subscription.version())
                .with(Changes.NONE.and("subscriber", from, to)));
    }

    /** Suspends it, since the successor has its own; a refused one stays unchanged. */
    private void end(Caller caller, UUID id, OrganizationKey to) {
        if (subscriptions.requireForUpdate(id).status() != SubscriptionStatus.REFUSED) {
            change(
                    caller,
                    id,
                    AuditAction.SUBSCRIPTION_SUSPENDED,
                    Words.text("directory.subscription.merged", to),
                    subscription -> subscription.end(clock.instant()));
        }
    }

    /** Restores the state that the subscription had before the merger that ended it. */
    private void resume(Caller caller, UUID id, SubscriptionStatus former, Instant formerEnd) {
        change(
                caller,
                id,
                AuditAction.SUBSCRIPTION_CHANGED,
                Words.text("directory.subscription.mergeUndone"),
                subscription -> subscription.resume(former, formerEnd, clock.instant()));
    }

    private void change(Caller caller, UUID id, AuditAction action, String reason, Consumer<Subscription> change) {
        var subscription = subscriptions.requireForUpdate(id);
        var before = subscription.details();
        change.accept(subscription);
        subscriptions.flush();
        journal.record(Act.by(caller, action)
                .on(subscription.subscriber(), id)
                .version(subscription.version())
                .with(Changes.between(before, subscription.details()).and("reason", reason)));
    }

    /** @param before the merge; the version is the one after it */
    private void remember(UUID merge, SubscriptionLine before, boolean moved) {
        entities.createNativeQuery("""
                        insert into merged_subscription (merge_id, subscription_id, moved, status, ended_at, version)
                        select :merge, s.id, :moved, :status, cast(:ended as timestamptz), s.version from subscription s
                        where s.id = :id""")
                .setParameter("merge", merge)
                .setParameter("moved", moved)
                .setParameter("status", before.status().name())
                .setParameter("ended", before.endedAt())
                .setParameter("id", before.id())
                .executeUpdate();
    }

    /** Returns the changes of a merge, ordered by démarche. */
    private List<MergedSubscription> changesOf(UUID merge) {
        List<?> rows = entities.createNativeQuery("""
                        select m.subscription_id, m.moved, m.status, m.ended_at, m.version
                        from merged_subscription m join subscription s on s.id = m.subscription_id
                        where m.merge_id = :merge order by s.process_code""", Object[].class)
                .setParameter("merge", merge)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new MergedSubscription(
                        (UUID) row[0],
                        (Boolean) row[1],
                        SubscriptionStatus.valueOf((String) row[2]),
                        (Instant) row[3],
                        ((Number) row[4]).longValue()))
                .toList();
    }

    /**
     * The change that a merge made to a subscription.
     *
     * @param moved to the successor; otherwise it ended
     * @param status before the merge, with the end that it may have had
     * @param version after the merge
     */
    record MergedSubscription(UUID id, boolean moved, SubscriptionStatus status, Instant endedAt, long version) {}

    /**
     * The plan for the subscriptions of an organisation when its successor takes over.
     *
     * @param moving to the successor, which has none for their démarches
     * @param staying since the successor has its own; they end, unless they were refused
     */
    public record SubscriptionTransferPlan(List<SubscriptionLine> moving, List<SubscriptionLine> staying) {

        static SubscriptionTransferPlan of(List<SubscriptionLine> theirs, List<SubscriptionLine> successors) {
            var taken = successors.stream().map(SubscriptionLine::processCode).collect(Collectors.toUnmodifiableSet());
            return new SubscriptionTransferPlan(
                    theirs.stream().filter(line -> !isTaken(taken, line)).toList(),
                    theirs.stream().filter(line -> isTaken(taken, line)).toList());
        }

        private static boolean isTaken(Set<String> taken, SubscriptionLine line) {
            return taken.contains(line.processCode());
        }
    }
}
