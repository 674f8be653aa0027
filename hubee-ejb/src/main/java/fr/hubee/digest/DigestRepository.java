package fr.hubee.digest;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Dependent
class DigestRepository {
    private static final UUID FIRST = new UUID(0, 0);

    @PersistenceContext
    EntityManager entities;

    void add(DigestItem item) {
        entities.persist(item);
    }

    /** Those for which anything waits since before that moment, in their order. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<UUID> waiting(Instant before, UUID after, int maxResult) {
        return entities.createNativeQuery("""
                        select distinct subscription_id from digest_item
                        where happened_at < :before and subscription_id > :after order by subscription_id""", UUID.class)
                .setParameter("before", before)
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** @return whether it had not been told of that slot: from now on it has */
    boolean takeSlot(UUID subscription, Instant slot) {
        return entities.createNativeQuery("""
                                insert into digest_sent (subscription_id, slot) values (:subscription, :slot)
                                on conflict (subscription_id) do update set slot = excluded.slot
                                where digest_sent.slot < excluded.slot""")
                        .setParameter("subscription", subscription)
                        .setParameter("slot", slot)
                        .executeUpdate()
                == 1;
    }

    List<DigestItem> items(UUID subscription, Instant before) {
        return entities.createQuery(
                        "select i from DigestItem i where i.subscriptionId = :subscription and i.happenedAt < :before",
                        DigestItem.class)
                .setParameter("subscription", subscription)
                .setParameter("before", before)
                .getResultList();
    }

    int remove(UUID subscription, Instant before) {
        return entities.createQuery(
                        "delete from DigestItem i where i.subscriptionId = :subscription and i.happenedAt < :before")
                .setParameter("subscription", subscription)
                .setParameter("before", before)
                .executeUpdate();
    }
}
