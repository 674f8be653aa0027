package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.files.storage.BlobKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the files to scan, and records the scans. */
@Dependent
class FileScanRepository {
    @PersistenceContext
    EntityManager entities;

    /** Returns the attachments that wait for a scan, in the order of their announcement; they are not managed. */
    List<Attachment> waiting(UUID after, int maxResult) {
        return entities.createQuery("""
                        select a from Attachment a where a.status = fr.hubee.exchange.status.AttachmentStatus.PENDING
                            and a.blobKey is not null and a.id > :after order by a.id""", Attachment.class)
                .setParameter("after", after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** Records a scan of a file that is served. */
    void scanned(UUID id, BlobKey key, Instant now) {
        entities.createNativeQuery("""
                        update attachment set scanned_at = coalesce(scanned_at, :now), scan_missed_at = null
                        where id = :id and blob_key = :key and (scanned_at is null or scan_missed_at is not null)""")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("key", key.value())
                .executeUpdate();
    }

    /** Records that the antivirus had no answer. */
    void missed(UUID id, BlobKey key, Instant now) {
        entities.createNativeQuery("update attachment set scan_missed_at = :now where id = :id and blob_key = :key")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("key", key.value())
                .executeUpdate();
    }

    /**
     * Locks the rows of its folder first, as every change of it does.
     *
     * @return empty when it has another status or other bytes by now, or is gone
     */
    Optional<Attachment> hold(UUID id, BlobKey key, AttachmentStatus status) {
        var attachment = entities.find(Attachment.class, id);
        if (attachment == null) {
            return Optional.empty();
        }
        var theCase = Optional.ofNullable(attachment.event()).map(CaseEvent::theCase);
        var folder = theCase.map(Case::folder).orElseGet(attachment::folder);
        entities.lock(folder, LockModeType.PESSIMISTIC_WRITE);
        theCase.ifPresent(each -> entities.lock(each, LockModeType.PESSIMISTIC_WRITE));
        entities.refresh(attachment);
        boolean same = attachment.status() == status && attachment.blob().equals(Optional.of(key));
        return same ? Optional.of(attachment) : Optional.empty();
    }
}
