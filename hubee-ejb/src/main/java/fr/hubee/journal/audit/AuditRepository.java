package fr.hubee.journal.audit;

import fr.hubee.kernel.shared.Conditions;
import fr.hubee.kernel.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;

@Dependent
class AuditRepository {
    private static final String SELECT = """
            select new fr.hubee.journal.audit.AuditLine(e.id, e.happenedAt, e.actor, e.actorOrganization, e.address, e.action,
                e.organization, e.subject, e.subjectVersion, e.changes)
            from AuditEntry e""";

    /** Identifiers sort in the order of creation. */
    private static final String NEWEST_FIRST = " order by e.id desc";

    @PersistenceContext
    EntityManager entities;

    @Inject
    SearchRepository search;

    void add(AuditEntry entry) {
        entities.persist(entry);
    }

    List<AuditLine> of(String subject) {
        return select(new Conditions().and("e.subject = :subject", "subject", subject))
                .getResultList();
    }

    List<AuditLine> since(String subject, long version) {
        var conditions = new Conditions()
                .and("e.subject = :subject", "subject", subject)
                .and("e.subjectVersion > :version", "version", version);
        return select(conditions).getResultList();
    }

    /** The lines older than this one, without a total count. */
    List<AuditLine> olderThan(UUID line, AuditQuery query) {
        return select(conditions(query).and("e.id < :line", "line", line))
                .setMaxResults(query.maxResult())
                .getResultList();
    }

    private Conditions conditions(AuditQuery query) {
        return new Conditions()
                .and("e.action = :action", "action", query.action())
                .and("e.actor in :actors", "actors", search.actors(query.actor()))
                .and("e.organization in :organizations", "organizations", search.organizations(query.organization()))
                .and("e.subject in :subjects", "subjects", search.subjects(query.subject()))
                .and("e.happenedAt >= :since", "since", query.from())
                .and("e.happenedAt < :before", "before", query.to());
    }

    Page<AuditLine> page(AuditQuery query) {
        var conditions = conditions(query);
        var items = select(conditions)
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
        var count = conditions.bind(
                entities.createQuery("select count(e) from AuditEntry e" + conditions.where(), Long.class));
        return new Page<>(items, query.offset(), count.getSingleResult());
    }

    private TypedQuery<AuditLine> select(Conditions conditions) {
        return conditions.bind(entities.createQuery(SELECT + conditions.where() + NEWEST_FIRST, AuditLine.class));
    }
}
