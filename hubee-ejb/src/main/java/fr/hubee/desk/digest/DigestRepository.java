package fr.hubee.desk.digest;

import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Dependent
class DigestRepository {
    @PersistenceContext
    EntityManager entities;

    void add(DigestItem item) {
        entities.persist(item);
    }

    /** The subscriptions with items older than that moment, ordered by identifier. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> waiting(Instant before, UUID after, int maxResult) {
        return entities.createNativeQuery("""
                        select distinct subscription_id from digest_item
                        where happened_at < :before and subscription_id > :after order by subscription_id""", UUID.class)
                .setParameter("before", before)
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /**
     * Marks this slot as sent.
     *
     * @return the subscriptions with items for which it was not yet sent
     */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> takeSlot(Collection<UUID> subscriptions, Instant slot) {
        return entities.createNativeQuery("""
                        insert into digest_sent (subscription_id, slot)
                        select id, :slot from subscription
                        where id in (:ids) and exists (
                            select 1 from digest_item where subscription_id = subscription.id and happened_at < :slot)
                        order by id
                        on conflict (subscription_id) do update set slot = excluded.slot
                        where digest_sent.slot < excluded.slot
                        returning subscription_id""", UUID.class)
                .setParameter("ids", subscriptions)
                .setParameter("slot", slot)
                .getResultList();
    }

    /** Deletes and returns the items, so that exactly these are reported. */
    @SuppressWarnings("unchecked") // a native query of one entity
    List<DigestItem> take(Collection<UUID> subscriptions, Instant before) {
        return entities.createNativeQuery("""
                        delete from digest_item where subscription_id in (:ids) and happened_at < :before
                        returning *""", DigestItem.class)
                .setParameter("ids", subscriptions)
                .setParameter("before", before)
                .getResultList();
    }

    /** Remembers which télédossiers each line is about. */
    void announce(Collection<DigestLine> lines) {
        var ids = new ArrayList<UUID>();
        var cases = new ArrayList<UUID>();
        for (var line : lines) {
            for (var each : line.cases()) {
                ids.add(line.id());
                cases.add(each);
            }
        }
        entities.createNativeQuery("""
                        insert into digest_line_case (line_id, case_id)
                        select * from unnest(cast(:lines as uuid[]), cast(:cases as uuid[]))""")
                .setParameter("lines", ids.toArray(UUID[]::new))
                .setParameter("cases", cases.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Deletes the lines from before that moment, which is part of their identifiers. */
    int forgetAnnounced(Instant before) {
        return entities.createNativeQuery("delete from digest_line_case where line_id < :before")
                .setParameter("before", UuidV7.firstOf(before))
                .executeUpdate();
    }

    void remove(Collection<UUID> subscriptions, Instant before) {
        entities.createQuery("delete from DigestItem i where i.subscriptionId in :ids and i.happenedAt < :before")
                .setParameter("ids", subscriptions)
                .setParameter("before", before)
                .executeUpdate();
    }
}
