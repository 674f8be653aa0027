package fr.hubee.organization;

import fr.hubee.shared.Conditions;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.Turn;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

@Dependent
class OrganizationRepository {
    private static final String SELECT = """
            select new fr.hubee.organization.RegisteredOrganization(o.key,
                new fr.hubee.organization.OrganizationDetails(o.name, o.code, o.country, o.postalCode, o.territory,
                    o.email, o.phoneNumber, o.status),
                o.createdAt, o.updatedAt)
            from Organization o""";

    private static final String STABLE = "o.key.companyRegister, o.key.branchCode, o.key.type";

    @PersistenceContext
    EntityManager entities;

    Optional<Organization> find(OrganizationKey key) {
        return Optional.ofNullable(entities.find(Organization.class, key));
    }

    /** For a change: whoever changes it too waits. */
    Organization requireForUpdate(OrganizationKey key) {
        var found = entities.find(Organization.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw NotFound.of("Organization");
        }
        return found;
    }

    /** For a creation: whoever creates it too waits. */
    boolean isFree(OrganizationKey key) {
        Turn.await(entities, "Organization " + key);
        return find(key).isEmpty();
    }

    void add(Organization organization) {
        entities.persist(organization);
    }

    Optional<RegisteredOrganization> registered(OrganizationKey key) {
        var conditions = new Conditions().and("o.key = :key", "key", key);
        return select(conditions, "").getResultStream().findFirst();
    }

    List<RegisteredOrganization> list(OrganizationQuery query) {
        var conditions = new Conditions()
                .and("o.key.type = :type", "type", query.type())
                .and("o.key.companyRegister = :register", "register", query.companyRegister());
        return select(conditions, " order by " + query.order().path() + ", " + STABLE)
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
    }

    private TypedQuery<RegisteredOrganization> select(Conditions conditions, String order) {
        return conditions.bind(entities.createQuery(SELECT + conditions.where() + order, RegisteredOrganization.class));
    }
}
