package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Counts notifications for other features of this module; the calling feature checks the permissions. */
@Dependent
public class QueueLookup {
    @PersistenceContext
    EntityManager entities;

    /** The organisation's number of unread notifications. */
    public long waitingFor(OrganizationKey recipient) {
        return entities.createQuery("select count(n) from Notification n where n.recipient = :recipient", Long.class)
                .setParameter("recipient", recipient)
                .getSingleResult();
    }

    /** Returns the number of unread notifications that a merge added for the successor's software. */
    public long addedBy(UUID merge) {
        var added = entities.createNativeQuery("""
                        select count(*) from merged_case m join notification n on n.id = m.notification_id
                        where m.merge_id = :merge""").setParameter("merge", merge).getSingleResult();
        return ((Number) added).longValue();
    }

    /** Returns the number of its unread notifications of cases that a merge moved. */
    public long waitingFor(OrganizationKey recipient, UUID merge) {
        var waiting = entities.createNativeQuery("""
                        select count(*) from notification n join merged_case m on m.case_id = n.case_id
                        where m.merge_id = :merge and n.organization_type = :type and n.company_register = :register
                          and n.branch_code = :branch""")
                .setParameter("merge", merge)
                .setParameter("type", recipient.type().name())
                .setParameter("register", recipient.companyRegister())
                .setParameter("branch", recipient.branchCode())
                .getSingleResult();
        return ((Number) waiting).longValue();
    }
}
