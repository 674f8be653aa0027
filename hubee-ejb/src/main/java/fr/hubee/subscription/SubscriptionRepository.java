package fr.hubee.subscription;

import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

@Dependent
class SubscriptionRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<Subscription> find(String processCode, OrganizationKey subscriber) {
        return entities.createQuery(
                        "select s from Subscription s where s.processCode = :code and s.subscriber = :subscriber",
                        Subscription.class)
                .setParameter("code", processCode)
                .setParameter("subscriber", subscriber)
                .getResultStream()
                .findFirst();
    }

    void add(Subscription subscription) {
        entities.persist(subscription);
    }
}
