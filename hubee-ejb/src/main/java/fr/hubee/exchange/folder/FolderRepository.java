package fr.hubee.exchange.folder;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The only place with queries for folders; it checks each access. */
@Dependent
class FolderRepository {
    @PersistenceContext
    EntityManager entities;

    void add(Folder folder) {
        entities.persist(folder);
    }

    Folder require(Caller caller, UUID id) {
        CaseAccess.requireOfAnOperator(caller);
        return checked(caller, RowLookup.find(entities, Folder.class, id));
    }

    /** Returns the folder with its cases, which one statement reads. */
    Folder requireWithCases(Caller caller, UUID id) {
        return require(caller, id, LockModeType.NONE);
    }

    /**
     * Locks the folder's row, then those of its cases, as every change of the folder or of one of its cases does: changes are serialised, none
     * is lost.
     */
    Folder requireForUpdate(Caller caller, UUID id) {
        return require(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Folder require(Caller caller, UUID id, LockModeType lock) {
        CaseAccess.requireOfAnOperator(caller);
        var found = entities.createQuery("select f from Folder f join fetch f.cases where f.id = :id", Folder.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList();
        return checked(caller, found.isEmpty() ? null : found.get(0));
    }

    private static Folder checked(Caller caller, Folder found) {
        if (found == null) {
            throw NotFound.of("Folder");
        }
        CaseAccess.check(caller, found);
        return found;
    }

    /** The attachments with their recipients, in the order of the request. */
    List<Attachment> attachments(Folder folder) {
        return entities.createQuery("""
                        select distinct a from Attachment a left join fetch a.links
                        where a.folder = :folder order by a.position""", Attachment.class)
                .setParameter("folder", folder)
                .getResultList();
    }

    /** Returns the names of the files that are announced only, in the order of the request. */
    List<String> missingFiles(UUID folder) {
        return entities.createQuery("""
                        select a.fileName from Attachment a where a.folder.id = :folder and a.blobKey is null
                            and a.status = fr.hubee.exchange.status.AttachmentStatus.PENDING order by a.position""", String.class)
                .setParameter("folder", folder)
                .getResultList();
    }

    /** Drops all changes that are not written yet. */
    void forget() {
        entities.clear();
    }

    /**
     * Deletes the folder with everything that belongs to it.
     *
     * @return the blobs that no row refers to any more
     */
    List<BlobKey> remove(Folder folder) {
        var blobs = entities.createQuery(
                        "select a.blobKey from Attachment a where a.folder = :folder and a.blobKey is not null",
                        String.class)
                .setParameter("folder", folder)
                .getResultStream()
                .map(BlobKey::new)
                .toList();
        entities.createQuery("delete from Folder f where f = :folder") // the schema cascades to its parts
                .setParameter("folder", folder)
                .executeUpdate();
        return blobs;
    }
}
