package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells other features of this module whom to notify for a subscription, and its access mode; the calling feature
 * checks the permissions.
 */
@Dependent
public class SubscriptionLookup {
    private static final String ADDRESSEE = """
            select new fr.hubee.directory.subscription.Addressee(s.id, p.code, p.name, o.name, s.notificationFrequency, s.email)
            from Subscription s
            join Process p on p.code = s.processCode
            join Organization o on o.key = s.subscriber""";

    @PersistenceContext
    EntityManager entities;

    /**
     * The access mode chosen by the subscriber; empty until then. Read from the database: it is asked for right after the
     * commit of the choice, when this node may not have forgotten the former one yet.
     */
    public Optional<AccessMode> accessMode(String processCode, OrganizationKey subscriber) {
        return entities.createQuery("""
                        select s.accessMode from Subscription s
                        where s.processCode = :process and s.subscriber = :subscriber and s.accessMode is not null""", AccessMode.class)
                .setParameter("process", processCode)
                .setParameter("subscriber", subscriber)
                .getResultStream()
                .findFirst();
    }

    public List<Addressee> addressees(Collection<UUID> subscriptions) {
        return entities.createQuery(ADDRESSEE + " where s.id in :ids", Addressee.class)
                .setParameter("ids", subscriptions)
                .getResultList();
    }

    public Optional<Addressee> addressee(UUID subscription) {
        return entities.createQuery(ADDRESSEE + " where s.id = :id", Addressee.class)
                .setParameter("id", subscription)
                .getResultStream()
                .findFirst();
    }
}
