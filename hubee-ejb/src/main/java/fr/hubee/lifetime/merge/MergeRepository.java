package fr.hubee.lifetime.merge;

import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The stored merges. */
@Dependent
class MergeRepository {
    @PersistenceContext
    EntityManager entities;

    void add(OrganizationMerge merge) {
        entities.persist(merge);
        entities.flush(); // what it moves refers to it
    }

    OrganizationMerge require(UUID id) {
        var found = RowLookup.find(entities, OrganizationMerge.class, id);
        if (found == null) {
            throw NotFound.of("Merge");
        }
        return found;
    }

    /** Locks its row, and reads it again: another one may have undone it meanwhile. */
    void hold(OrganizationMerge merge) {
        entities.refresh(merge, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Returns the newest first. */
    List<KnownMerge> all() {
        return entities.createQuery("""
                        select new fr.hubee.lifetime.merge.KnownMerge(m.id, m.predecessor, p.name, m.successor, s.name, m.moved,
                            m.mergedAt, m.mergedBy, m.undoneAt, m.undoneBy)
                        from OrganizationMerge m join Organization p on p.key = m.predecessor
                            join Organization s on s.key = m.successor
                        order by m.mergedAt desc, m.id desc""", KnownMerge.class).getResultList();
    }

    /** Deletes old merges, with all their records. */
    int removeUntil(Instant date) {
        return entities.createQuery("delete from OrganizationMerge m where m.mergedAt <= :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
