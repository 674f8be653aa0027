package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds the entries of the journal about purges. */
@Dependent
class DeletionRepository {
    private static final int MOST = 600;

    /** The identifier of a run begins with its time; its entries are written in the same transaction. */
    private static final Duration BESIDE = Duration.ofHours(1);

    private static final String SELECT = """
            select e.id from audit_entry e where e.subject = any(cast(string_to_array(:codes, ',') as varchar[]))
              and e.action in ('FILES_PURGED', 'CASES_ARCHIVED', 'FOLDERS_DELETED') and\s""";

    @PersistenceContext
    EntityManager entities;

    /** Returns the newest first. */
    List<UUID> ofProcesses(Collection<String> codes) {
        return ids(entities.createNativeQuery(
                        SELECT + "e.changes like '%\"run\":[%' order by e.happened_at desc, e.id desc")
                .setParameter("codes", String.join(",", codes))
                .setMaxResults(MOST));
    }

    List<UUID> ofRun(Collection<String> codes, UUID run) {
        var time = Instant.ofEpochMilli(run.getMostSignificantBits() >>> 16);
        return ids(entities.createNativeQuery(SELECT + """
                        e.happened_at between :first and :last and position(:run in e.changes) > 0""")
                .setParameter("codes", String.join(",", codes))
                .setParameter("first", time.minus(BESIDE))
                .setParameter("last", time.plus(BESIDE))
                .setParameter("run", "\"run\":[null,\"" + run + "\"]"));
    }

    /** The names of the encryption keys that a run has destroyed, in the order of their digest. */
    @SuppressWarnings("unchecked") // the only column
    List<String> keysOf(UUID run) {
        return entities.createNativeQuery(
                        "select k.key_id from destroyed_key k where k.run = :run order by k.key_id collate \"C\"")
                .setParameter("run", run)
                .getResultList();
    }

    /** Returns the shares of that organisation, the newest first. */
    List<UUID> sharesOf(Collection<String> codes, OrganizationKey organization) {
        return ids(entities.createNativeQuery("""
                        select e.id from audit_entry e where e.organization = :organization and e.action = 'SHARE_PURGED'
                          and e.subject = any(cast(string_to_array(:codes, ',') as varchar[])) order by e.happened_at desc, e.id desc""")
                .setParameter("organization", organization.toString())
                .setParameter("codes", String.join(",", codes))
                .setMaxResults(MOST));
    }

    @SuppressWarnings("unchecked") // the only column
    private static List<UUID> ids(Query query) {
        return query.getResultList();
    }

    @SuppressWarnings("unchecked") // as above
    Set<String> allProcesses() {
        return Set.copyOf(
                entities.createNativeQuery("select p.code from process p").getResultList());
    }

    /** Returns the démarches that an organisation subscribes to, or subscribed to. */
    @SuppressWarnings("unchecked") // as above
    Set<String> processesOf(OrganizationKey subscriber) {
        return Set.copyOf(entities.createNativeQuery("""
                        select s.process_code from subscription s where s.organization_type = :type
                          and s.company_register = :register and s.branch_code = :branch""")
                .setParameter("type", subscriber.type().name())
                .setParameter("register", subscriber.companyRegister())
                .setParameter("branch", subscriber.branchCode())
                .getResultList());
    }
}
