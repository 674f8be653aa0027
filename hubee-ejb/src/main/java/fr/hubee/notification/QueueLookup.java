package fr.hubee.notification;

import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

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
}
