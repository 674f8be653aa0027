package fr.hubee.directory.overview;

import fr.hubee.directory.subscription.SubscriptionStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stores the changes that merges made to subscriptions. */
@Dependent
class MergedSubscriptionRepository {

    @PersistenceContext
    EntityManager entities;

    /** @param before the merge; the version is the one after it */
    void add(UUID merge, SubscriptionLine before, boolean moved) {
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

    List<UUID> ids(UUID merge) {
        return of(merge).stream().map(MergedSubscription::id).toList();
    }

    /** Ordered by démarche. */
    List<MergedSubscription> of(UUID merge) {
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
}
