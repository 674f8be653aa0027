package fr.hubee.journal.audit;

import fr.hubee.journal.audit.JournalNames.Kind;
import fr.hubee.journal.audit.JournalNames.Named;
import fr.hubee.journal.audit.JournalNames.Person;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The journal, for the national administrator. */
@Stateless
public class AuditService {
    @Inject
    AuditRepository entries;

    @Inject
    AuditJournal journal;

    @Inject
    NameRepository names;

    /** Returns the newest first. */
    @RolesAllowed(RoleNames.ADMIN)
    public Page<AuditLine> page(AuditQuery query) {
        return entries.page(query);
    }

    /**
     * The same without a total count, since the journal is the largest table.
     *
     * @param line only older lines; null for the newest
     * @param query its offset is ignored
     */
    @RolesAllowed(RoleNames.ADMIN)
    public List<AuditLine> olderThan(Caller caller, UUID line, AuditQuery query) {
        return entries.olderThan(line, query);
    }

    @RolesAllowed(RoleNames.ADMIN)
    public JournalNames names(Caller caller, List<AuditLine> lines) {
        return names.of(lines);
    }

    /** Records who exported which lines; called before they are exported to a file. */
    @RolesAllowed(RoleNames.ADMIN)
    public void export(Caller caller, AuditQuery query) {
        journal.record(Act.by(caller, AuditAction.JOURNAL_EXPORTED)
                .with(Changes.of("action", query.action())
                        .and("actor", query.actor())
                        .and("organization", query.organization())
                        .and("subject", query.subject())
                        .and("from", query.from())
                        .and("to", query.to())));
    }

    /**
     * Reads the names of all that some lines of the journal mention, in four queries, whatever the number of lines. It reads
     * the tables, since all features depend on this one.
     */
    @Dependent
    static class NameRepository {
        private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        private static final String OBJECTS = """
                with wanted as (select unnest(cast(:identifiers as uuid[])) as id)
                select cast(w.id as text), 'FOLDER', f.external_id, concat_ws('-', f.osl_type, f.osl_company_register, f.osl_branch_code)
                from wanted w join folder f on f.id = w.id
                union all
                select cast(w.id as text), 'CASE', c.external_id, concat_ws('-', c.organization_type, c.company_register, c.branch_code)
                from wanted w join cases c on c.id = w.id
                union all
                select cast(w.id as text), 'ATTACHMENT', coalesce(f.external_id, c.external_id), null
                from wanted w join attachment a on a.id = w.id left join folder f on f.id = a.folder_id
                    left join case_event e on e.id = a.event_id left join cases c on c.id = e.case_id
                union all
                select cast(w.id as text), 'SUBSCRIPTION', s.process_code,
                    concat_ws('-', s.organization_type, s.company_register, s.branch_code)
                from wanted w join subscription s on s.id = w.id
                union all
                select cast(w.id as text), 'ACCOUNT', concat_ws(' ', a.first_name, a.last_name),
                    concat_ws('-', a.organization_type, a.company_register, a.branch_code)
                from wanted w join account a on a.id = w.id""";

        private static final String PEOPLE = """
                select a.email, concat_ws(' ', a.first_name, a.last_name),
                    concat_ws('-', a.organization_type, a.company_register, a.branch_code)
                from account a where a.email = any (:logins)""";

        private static final String ORGANIZATIONS = """
                select concat_ws('-', o.organization_type, o.company_register, o.branch_code), o.name
                from unnest(:types, :registers, :branches) k (organization_type, company_register, branch_code)
                join organization o using (organization_type, company_register, branch_code)""";

        @PersistenceContext
        EntityManager entities;

        JournalNames of(Collection<AuditLine> lines) {
            var mentioned = new TreeSet<String>();
            lines.forEach(line -> mention(line, mentioned));
            var objects = objects(mentioned);
            var people = people(mentioned);
            objects.values().forEach(each -> add(each.organization(), mentioned));
            people.values().forEach(each -> add(each.organization(), mentioned));
            return new JournalNames(people, organizations(mentioned), processes(), objects);
        }

        private static void mention(AuditLine line, Set<String> mentioned) {
            for (var text :
                    new String[] {line.actor(), line.actorOrganization(), line.organization(), line.subject()}) {
                add(text, mentioned);
            }
            for (var change : line.changes().fields().values()) {
                Stream.of(change.before(), change.after())
                        .filter(text -> text != null)
                        .flatMap(text -> Stream.of(text.split(", ", -1)))
                        .forEach(mentioned::add);
            }
        }

        private static void add(String text, Set<String> mentioned) {
            if (text != null) {
                mentioned.add(text);
            }
        }

        private Map<String, Named> objects(Set<String> mentioned) {
            var identifiers = mentioned.stream()
                    .filter(text -> IDENTIFIER.matcher(text).matches())
                    .toArray(String[]::new);
            var objects = new HashMap<String, Named>();
            for (var row : rows(entities.createNativeQuery(OBJECTS).setParameter("identifiers", identifiers))) {
                objects.put(
                        (String) row[0], new Named(Kind.valueOf((String) row[1]), (String) row[2], (String) row[3]));
            }
            return objects;
        }

        private Map<String, Person> people(Set<String> mentioned) {
            var logins = mentioned.stream().filter(text -> text.contains("@")).toArray(String[]::new);
            var people = new HashMap<String, Person>();
            for (var row : rows(entities.createNativeQuery(PEOPLE).setParameter("logins", logins))) {
                people.put((String) row[0], new Person((String) row[1], (String) row[2]));
            }
            return people;
        }

        private Map<String, String> organizations(Set<String> mentioned) {
            var keys = mentioned.stream()
                    .map(OrganizationKey::parse)
                    .flatMap(Optional::stream)
                    .toList();
            return names(entities.createNativeQuery(ORGANIZATIONS)
                    .setParameter(
                            "types", keys.stream().map(key -> key.type().name()).toArray(String[]::new))
                    .setParameter(
                            "registers",
                            keys.stream().map(OrganizationKey::companyRegister).toArray(String[]::new))
                    .setParameter(
                            "branches",
                            keys.stream().map(OrganizationKey::branchCode).toArray(String[]::new)));
        }

        private Map<String, String> processes() {
            return names(entities.createNativeQuery("select p.code, p.name from process p"));
        }

        private static Map<String, String> names(Query query) {
            var names = new HashMap<String, String>();
            for (var row : rows(query)) {
                names.put((String) row[0], (String) row[1]);
            }
            return names;
        }

        @SuppressWarnings("unchecked")
        private static List<Object[]> rows(Query query) {
            return query.getResultList();
        }
    }
}
