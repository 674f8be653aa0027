package fr.hubee.journal.audit;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.LikePattern;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

@Dependent
class AuditRepository {
    private static final int MOST = 500;

    private static final String PEOPLE = """
            select a.email from account a
            where lower(concat_ws(' ', a.first_name, a.last_name, a.first_name)) like :pattern escape '!' or a.email = :text""";

    private static final String ORGANIZATIONS = """
            select concat_ws('-', o.organization_type, o.company_register, o.branch_code) from organization o
            where lower(o.name) like :pattern escape '!' or o.company_register like :pattern escape '!'""";

    /**
     * The journal itself knows the numbers of télédossiers, also of deleted ones; the tables, the files of the others. In {@code V38} is
     * the index on this expression, for numbers that are not empty. The limit is applied only after they are found: earlier, the database
     * would search all subjects in their order.
     */
    private static final String SUBJECTS = """
            with numbered as materialized (
                select distinct e.subject,
                    case when e.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then cast(e.subject as uuid) end as id
                from audit_entry e
                where split_part(split_part(e.changes, '"externalId":[null,"', 2), '"', 1) = :text
                  and split_part(split_part(e.changes, '"externalId":[null,"', 2), '"', 1) <> ''),
            few as materialized (select * from numbered limit %d),
            its_cases as (
                select c.id from cases c where c.id in (select n.id from few n)
                union select c.id from cases c where c.folder_id in (select n.id from few n))
            select n.subject from few n
            union select cast(c.id as text) from its_cases c
            union select cast(l.attachment_id as text) from case_attachment l where l.case_id in (select c.id from its_cases c)
            union select cast(a.id as text) from attachment a join case_event v on v.id = a.event_id
                where v.case_id in (select c.id from its_cases c)
            union select cast(a.id as text) from account a where a.email = lower(:text)""".formatted(MOST + 1);

    private static final String SELECT = """
            select new fr.hubee.journal.audit.AuditLine(e.id, e.happenedAt, e.actor, e.actorOrganization, e.address, e.action,
                e.organization, e.subject, e.subjectVersion, e.changes)
            from Act e""";

    /** Identifiers sort in the order of creation. */
    private static final String NEWEST_FIRST = " order by e.id desc";

    @PersistenceContext
    EntityManager entities;

    /** The lines older than this one, without a total count. */
    List<AuditLine> olderThan(UUID line, AuditQuery query) {
        return select(entities, conditions(query).and("e.id < :line", "line", line))
                .setMaxResults(query.maxResult())
                .getResultList();
    }

    private Conditions conditions(AuditQuery query) {
        return new Conditions()
                .and("e.action = :action", "action", query.action())
                .and("e.actor in :actors", "actors", actors(query.actor()))
                .and("e.organization in :organizations", "organizations", organizations(query.organization()))
                .and("e.subject in :subjects", "subjects", subjects(query.subject()))
                .and("e.happenedAt >= :since", "since", query.from())
                .and("e.happenedAt < :before", "before", query.to());
    }

    Page<AuditLine> page(AuditQuery query) {
        var conditions = conditions(query);
        var items = select(entities, conditions)
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
        var count =
                conditions.bind(entities.createQuery("select count(e) from Act e" + conditions.where(), Long.class));
        return new Page<>(items, query.offset(), count.getSingleResult());
    }

    static TypedQuery<AuditLine> select(EntityManager entities, Conditions conditions) {
        return conditions.bind(entities.createQuery(SELECT + conditions.where() + NEWEST_FIRST, AuditLine.class));
    }

    /** @param text a login or client identifier, or part of a person's name; null stays null */
    private Set<String> actors(String text) {
        return text == null
                ? null
                : found(named(PEOPLE, text).setParameter("text", text.toLowerCase(Locale.ROOT)), text);
    }

    /** @param text a key, or part of a name or SIRET; null stays null */
    private Set<String> organizations(String text) {
        return text == null ? null : found(named(ORGANIZATIONS, text), text);
    }

    /** @param text an identifier, the number of a télédossier or a login; null stays null */
    private Set<String> subjects(String text) {
        return text == null ? null : found(entities.createNativeQuery(SUBJECTS).setParameter("text", text), text);
    }

    private Query named(String sql, String text) {
        return entities.createNativeQuery(sql).setParameter("pattern", LikePattern.of(text));
    }

    private static Set<String> found(Query query, String text) {
        var found = new HashSet<String>();
        found.add(text);
        for (var each : query.setMaxResults(MOST + 1).getResultList()) {
            found.add((String) each);
        }
        if (found.size() > MOST) {
            throw new InvalidRequest(Words.text("journal.AuditRepository.tooMany", text));
        }
        return found;
    }
}
