package fr.hubee.exchange.notification;

import fr.hubee.exchange.folder.AttachmentRecorder;
import fr.hubee.exchange.folder.CaseAttachment;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Lists, for a portal that keeps its own copies, those that it may delete: copies of closed or archived cases
 * (specification §5.11). The hub's own bytes do not depend on it.
 */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI, RoleNames.ADMIN})
public class PortalPurgeService {
    /** Per answer; the next ones follow after these are confirmed. */
    private static final int MOST = 10_000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    AttachmentRecorder attachments;

    public List<CaseAttachment.Id> purgeable(Caller caller) {
        return entities.createQuery("""
                        select l.id from CaseAttachment l join l.theCase c join c.folder f
                        where (c.status = fr.hubee.exchange.status.CaseStatus.CLOSED or c.status = fr.hubee.exchange.status.CaseStatus.ARCHIVED)
                          and l.portalPurged = false
                          and (:everything = true or (c.processCode in (:codes)
                            and (c.recipient = :organization or f.transmitter = :organization)))
                        order by c.id, l.id.attachmentId""", CaseAttachment.Id.class)
                .setParameter("everything", caller.is(RoleNames.ADMIN))
                .setParameter("codes", caller.processCodes())
                .setParameter("organization", caller.organization())
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Records the copies that a portal has deleted, all or nothing. */
    public void purged(Caller caller, List<CaseAttachment.Id> copies) {
        copies.forEach(copy -> attachments.purgedByPortal(caller, copy));
    }
}
