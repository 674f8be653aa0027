package fr.hubee.organization;

import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

@Dependent
class OrganizationRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<Organization> find(OrganizationKey key) {
        return Optional.ofNullable(entities.find(Organization.class, key));
    }

    void add(Organization organization) {
        entities.persist(organization);
    }
}
