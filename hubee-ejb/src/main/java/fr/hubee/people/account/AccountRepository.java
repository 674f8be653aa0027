package fr.hubee.people.account;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.LikePattern;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

@Dependent
class AccountRepository {
    private static final String NAMED_ORGANIZATION = " from Account a join Organization o on o.key = a.organization";

    private static final String NAMED =
            "lower(concat(a.identity.firstName, ' ', a.identity.lastName, ' ', a.identity.firstName))"
                    + " like lower(:name) escape '!'";

    @PersistenceContext
    EntityManager entities;

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(RowLookup.find(entities, Account.class, id));
    }

    /** Locks the row for a change: a concurrent change waits. */
    Account requireForUpdate(UUID id) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Account.class, id))
                .orElseThrow(() -> NotFound.of("Account"));
    }

    /** Locks the row for a change, for a caller who only knows her own login. */
    Account requireForUpdate(String email) {
        var id = entities.createQuery("select a.id from Account a where a.email = :email", UUID.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
        return requireForUpdate(id.orElseThrow(() -> NotFound.of("Account")));
    }

    /**
     * Asks the database once a transaction: all reads of a page begin with the caller's account.
     *
     * @param email in lower case
     */
    Optional<Account> findByEmail(String email) {
        return entities.unwrap(Session.class).bySimpleNaturalId(Account.class).loadOptional(email);
    }

    Map<String, String> names(Collection<String> emails) {
        return entities.createQuery("""
                        select a.email, concat(a.identity.firstName, ' ', a.identity.lastName) from Account a
                        where a.email in :emails""", Object[].class)
                .setParameter("emails", emails)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /**
     * Returns active accounts, by the names of their people.
     *
     * @param type null for any
     * @param organization null for any
     */
    List<Account> active(ActorType type, OrganizationKey organization) {
        var conditions = new Conditions()
                .and("a.active = :active", "active", true)
                .and("a.actorType = :type", "type", type)
                .and("a.organization = :organization", "organization", organization);
        return conditions
                .bind(entities.createQuery(
                        "select a from Account a" + conditions.where()
                                + " order by a.identity.firstName, a.identity.lastName, a.id",
                        Account.class))
                .getResultList();
    }

    /** Whether the e-mail is free; called before a creation: a concurrent creation with the same e-mail waits. */
    boolean isFree(String email) {
        AdvisoryLock.take(entities, "Account " + email);
        return findByEmail(email).isEmpty();
    }

    void add(Account account) {
        entities.persist(account);
    }

    /** The account after its changes are flushed, with its new version. */
    AccountDetail detail(Account account) {
        var organization = entities.createQuery(
                        "select o.name from Account a join Organization o on o.key = a.organization where a = :account",
                        String.class)
                .setParameter("account", account)
                .getSingleResult();
        return account.detail(organization);
    }

    String organizationName(OrganizationKey organization) {
        return entities.createQuery("select o.name from Organization o where o.key = :key", String.class)
                .setParameter("key", organization)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> NotFound.of("Organization"));
    }

    /** @param perimeter null for any organisation */
    Page<AccountDetail> page(AccountQuery query, OrganizationKey perimeter) {
        var conditions = new Conditions()
                .and("a.organization = :organization", "organization", query.organization())
                .and("a.organization = :perimeter", "perimeter", perimeter)
                .and(
                        "(lower(o.name) like :text escape '!' or a.organization.companyRegister like :text escape '!')",
                        "text",
                        LikePattern.of(query.organizationText()))
                .and("a.actorType = :actorType", "actorType", query.actorType())
                .and(
                        "function('array_contains', a.roles, :role) = true",
                        "role",
                        query.role() == null ? null : query.role().name())
                .and("function('array_contains', a.processCodes, :code) = true", "code", query.processCode())
                .and("a.active = :active", "active", query.active())
                .and("a.id in (:among)", "among", query.among())
                .and(NAMED, "name", query.namePattern());
        var items = conditions
                .bind(entities.createQuery(
                        "select a, o.name" + NAMED_ORGANIZATION + conditions.where() + query.order(), Object[].class))
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultStream()
                .map(row -> ((Account) row[0]).detail((String) row[1]))
                .toList();
        var count = conditions.bind(
                entities.createQuery("select count(a)" + NAMED_ORGANIZATION + conditions.where(), Long.class));
        return new Page<>(items, query.offset(), count.getSingleResult());
    }

    /** @param organization null for any */
    List<UUID> among(Collection<UUID> ids, OrganizationKey organization) {
        var conditions = new Conditions()
                .and("a.id in :ids", "ids", ids)
                .and("a.organization = :organization", "organization", organization);
        return conditions
                .bind(entities.createQuery("select a.id from Account a" + conditions.where(), UUID.class))
                .getResultList();
    }

    /** Whether the organisation has no other active account of this type. Blocks concurrent departures until the transaction ends. */
    boolean isAlone(Account leaving) {
        AdvisoryLock.take(entities, "Administrators of " + leaving.organization());
        return entities.createQuery("""
                        select count(a) from Account a
                        where a.organization = :organization and a.actorType = :type and a.active and a <> :leaving""", Long.class)
                        .setParameter("organization", leaving.organization())
                        .setParameter("type", leaving.actorType())
                        .setParameter("leaving", leaving)
                        .getSingleResult()
                == 0;
    }

    /** Whether a concurrent transaction that went first closed it. */
    boolean isClosed(String email) {
        return entities.createQuery("select a.active from Account a where a.email = :email", Boolean.class)
                .setParameter("email", email)
                .getResultStream()
                .anyMatch(active -> !active);
    }

    long countOf(OrganizationKey organization) {
        return entities.createQuery("select count(a) from Account a where a.organization = :organization", Long.class)
                .setParameter("organization", organization)
                .getSingleResult();
    }

    List<Account> allForUpdate(OrganizationKey organization) {
        return entities.createQuery(
                        "select a from Account a where a.organization = :organization order by a.id", Account.class)
                .setParameter("organization", organization)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
