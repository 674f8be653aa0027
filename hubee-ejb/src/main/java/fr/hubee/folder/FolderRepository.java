package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.NotFound;
import fr.hubee.storage.BlobKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The only place that asks the database for folders: whoever reads or writes one is checked here. */
@Dependent
class FolderRepository {
    @PersistenceContext
    EntityManager entities;

    void add(Folder folder) {
        entities.persist(folder);
    }

    Folder require(Caller caller, UUID id) {
        CaseAccess.requireOfAnOperator(caller);
        return checked(caller, entities.find(Folder.class, id));
    }

    /** Whoever changes a folder or one of its cases holds the folder's row: changes queue up, none is lost. */
    Folder requireForUpdate(Caller caller, UUID id) {
        CaseAccess.requireOfAnOperator(caller);
        return checked(caller, entities.find(Folder.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Folder checked(Caller caller, Folder found) {
        if (found == null) {
            throw NotFound.of("Folder");
        }
        CaseAccess.check(caller, found);
        return found;
    }

    List<Case> cases(Folder folder) {
        return entities.createQuery("select c from Case c where c.folder = :folder order by c.position", Case.class)
                .setParameter("folder", folder)
                .getResultList();
    }

    /** The attachments with their recipients, in the order of the request. */
    List<Attachment> attachments(Folder folder) {
        return entities.createQuery("""
                        select distinct a from Attachment a left join fetch a.links
                        where a.folder = :folder order by a.position""", Attachment.class)
                .setParameter("folder", folder)
                .getResultList();
    }

    /** Removes the folder with all that belongs to it, and says which bytes nobody names any more. */
    List<BlobKey> remove(Folder folder) {
        var blobs = entities.createQuery(
                        "select a.blobKey from Attachment a where a.folder = :folder and a.blobKey is not null",
                        String.class)
                .setParameter("folder", folder)
                .getResultStream()
                .map(BlobKey::new)
                .toList();
        entities.createQuery("delete from Folder f where f = :folder") // the schema removes its parts
                .setParameter("folder", folder)
                .executeUpdate();
        return blobs;
    }
}
