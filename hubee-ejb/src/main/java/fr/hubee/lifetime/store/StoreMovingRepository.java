package fr.hubee.lifetime.store;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobOwner;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the files that must be moved or encrypted, and the keys of the moved ones, whose old bytes are deleted later: it declares them as
 * owned, so that readers that have begun can finish.
 */
@ApplicationScoped
class StoreMovingRepository implements BlobOwner {
    @PersistenceContext
    EntityManager entities;

    /** The bytes of a file, and the télédossier that it belongs to. */
    record MovableFile(UUID folder, StoredBlob blob) {}

    /**
     * The rule that selects the files to copy.
     *
     * @param former prefix of the keys of files in the former place; empty when there is none
     * @param encrypting whether those that are not encrypted are copied too
     */
    record MovingRule(Optional<String> former, boolean encrypting) {
        /** Condition for files that are not encrypted, as in their index. */
        private static final String AS_IT_IS = "length(split_part(a.blob_key, '-', 3)) <> 24";

        boolean isAny() {
            return former.isPresent() || encrypting;
        }

        /** Returns the SQL condition on an attachment; the backend is a known one. */
        String sql() {
            var moved = former.map(backend -> "split_part(a.blob_key, '-', 1) = '" + backend + "'");
            if (!encrypting) {
                return moved.orElse("false");
            }
            return moved.map(sql -> "(" + sql + " or " + AS_IT_IS + ")").orElse(AS_IT_IS);
        }
    }

    @SuppressWarnings("unchecked") // one column
    List<UUID> due(MovingRule rule, UUID after, int most) {
        return entities.createNativeQuery("""
                        select a.id from attachment a
                        where a.blob_key is not null and a.status <> 'DELETED' and a.id > :after and %s
                        order by a.id""".formatted(rule.sql()))
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Empty when it was moved or purged meanwhile. */
    Optional<MovableFile> blob(UUID file, MovingRule rule) {
        List<?> found = entities.createNativeQuery("""
                        select a.blob_key, a.size, a.sha256, coalesce(a.folder_id, c.folder_id) from attachment a
                            left join case_event e on e.id = a.event_id left join cases c on c.id = e.case_id
                        where a.id = :id and a.blob_key is not null and a.status <> 'DELETED' and %s""".formatted(rule.sql()))
                .setParameter("id", file)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new MovableFile(
                        (UUID) row[3],
                        new StoredBlob(new BlobKey((String) row[0]), ((Number) row[1]).longValue(), (String) row[2])));
    }

    /**
     * Sets the new key in the row, and in the files of ZIPs in preparation; the former key is kept for later.
     *
     * @return false when the file was purged meanwhile
     */
    boolean moved(UUID file, BlobKey from, BlobKey to, Instant now) {
        int changed = entities.createNativeQuery(
                        "update attachment set blob_key = :to where id = :id and blob_key = :from and status <> 'DELETED'")
                .setParameter("id", file)
                .setParameter("from", from.value())
                .setParameter("to", to.value())
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        entities.createNativeQuery("update bundle_file set blob_key = :to where blob_key = :from")
                .setParameter("from", from.value())
                .setParameter("to", to.value())
                .executeUpdate();
        entities.createNativeQuery("insert into moved_blob (blob_key, moved_at) values (:from, :now)")
                .setParameter("from", from.value())
                .setParameter("now", now)
                .executeUpdate();
        return true;
    }

    @SuppressWarnings("unchecked") // one column
    List<String> movedBefore(Instant date, int most) {
        return entities.createNativeQuery(
                        "select m.blob_key from moved_blob m where m.moved_at <= :date order by m.moved_at")
                .setParameter("date", date)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public Set<BlobKey> named(Collection<BlobKey> keys) {
        var found = new HashSet<BlobKey>();
        for (var key : entities.createNativeQuery("select m.blob_key from moved_blob m where m.blob_key = any (:keys)")
                .setParameter("keys", keys.stream().map(BlobKey::value).toArray(String[]::new))
                .getResultList()) {
            found.add(new BlobKey((String) key));
        }
        return found;
    }

    void forget(BlobKey key) {
        entities.createNativeQuery("delete from moved_blob where blob_key = :key")
                .setParameter("key", key.value())
                .executeUpdate();
    }
}
