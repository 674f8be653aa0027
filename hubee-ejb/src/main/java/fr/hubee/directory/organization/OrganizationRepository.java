package fr.hubee.directory.organization;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

@Dependent
class OrganizationRepository {
    private static final String DETAILS = """
            new fr.hubee.directory.organization.OrganizationDetails(o.name, o.code, o.country, o.postalCode, o.territory,
                o.email, o.phoneNumber, o.status, o.population)""";

    private static final String SELECT = "select new fr.hubee.directory.organization.RegisteredOrganization(o.key, "
            + DETAILS + ", o.createdAt, o.updatedAt) from Organization o";

    private static final String STABLE = "o.key.companyRegister, o.key.branchCode, o.key.type";

    /** Name of a lock: shared by writers of one organisation, exclusive for an import. */
    private static final String REGISTER = "The register of organisations";

    @PersistenceContext
    EntityManager entities;

    Optional<Organization> find(OrganizationKey key) {
        return Optional.ofNullable(RowLookup.find(entities, Organization.class, key));
    }

    /** Locks the row for a change: a concurrent change waits. */
    Organization requireForUpdate(OrganizationKey key) {
        AdvisoryLock.share(entities, REGISTER);
        return Optional.ofNullable(RowLookup.findLocked(entities, Organization.class, key))
                .orElseThrow(() -> NotFound.of("Organization"));
    }

    /** Whether the key is free; called before a creation: a concurrent creation of the same key waits. */
    boolean isFree(OrganizationKey key) {
        AdvisoryLock.share(entities, REGISTER);
        AdvisoryLock.take(entities, "Organization " + key);
        return find(key).isEmpty();
    }

    /** Blocks all other writers of organisations until the end of the transaction; called before an import. */
    void holdAll() {
        AdvisoryLock.take(entities, REGISTER);
    }

    void add(Organization organization) {
        entities.persist(organization);
    }

    /** Flushes pending changes, which gives a changed organisation its new version. */
    void flush() {
        entities.flush();
    }

    /** Flushes pending changes and clears the persistence context, to keep it small. */
    void flushAndForget() {
        entities.flush();
        entities.clear();
    }

    Map<OrganizationKey, Organization> find(Collection<OrganizationKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select o from Organization o where o.key in :keys", Organization.class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(Organization::key, Function.identity()));
    }

    Map<OrganizationKey, OrganizationDetails> details() {
        return select(new Conditions(), "")
                .getResultStream()
                .collect(Collectors.toMap(RegisteredOrganization::key, RegisteredOrganization::details));
    }

    Optional<RegisteredOrganization> registered(OrganizationKey key) {
        var conditions = new Conditions().and("o.key = :key", "key", key);
        return select(conditions, "").getResultStream().findFirst();
    }

    List<RegisteredOrganization> list(
            OrganizationType type, String companyRegister, OrganizationColumn order, int offset, int maxResult) {
        var conditions = new Conditions()
                .and("o.key.type = :type", "type", type)
                .and("o.key.companyRegister = :register", "register", companyRegister);
        return select(conditions, " order by " + order.path() + ", " + STABLE)
                .setFirstResult(offset)
                .setMaxResults(maxResult)
                .getResultList();
    }

    Page<RegisteredOrganization> page(OrganizationSearch search) {
        var conditions = search.conditions();
        var order = " order by " + search.order().frenchPath() + (search.descending() ? " desc" : "") + " nulls last, ";
        var items = select(conditions, order + STABLE)
                .setFirstResult(search.offset())
                .setMaxResults(search.maxResult())
                .getResultList();
        var count = entities.createQuery("select count(o) from Organization o" + conditions.where(), Long.class);
        return new Page<>(items, search.offset(), conditions.bind(count).getSingleResult());
    }

    List<NamedOrganization> active(OrganizationType type) {
        return entities.createQuery("""
                        select new fr.hubee.directory.organization.NamedOrganization(o.key, o.name) from Organization o
                        where o.key.type = :type and lower(o.status) = lower(:active)
                        order by %s, o.key.companyRegister, o.key.branchCode""".formatted(FrenchOrder.of("o.name")), NamedOrganization.class)
                .setParameter("type", type)
                .setParameter("active", OrganizationDetails.ACTIVE)
                .getResultList();
    }

    private TypedQuery<RegisteredOrganization> select(Conditions conditions, String order) {
        return conditions.bind(entities.createQuery(SELECT + conditions.where() + order, RegisteredOrganization.class));
    }
}
