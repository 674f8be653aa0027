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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            objects.values().forEach(each -> mention(mentioned, each.organization()));
            people.values().forEach(each -> mention(mentioned, each.organization()));
            return new JournalNames(people, organizations(mentioned), processes(), objects);
        }

        private static void mention(AuditLine line, Set<String> mentioned) {
            mention(mentioned, line.actor(), line.actorOrganization(), line.organization(), line.subject());
            for (var change : line.changes().fields().values()) {
                Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .forEach(text -> mention(mentioned, text.split(", ", -1)));
            }
        }

        private static void mention(Set<String> mentioned, String... texts) {
            Stream.of(texts).filter(Objects::nonNull).forEach(mentioned::add);
        }

        private Map<String, Named> objects(Set<String> mentioned) {
            var identifiers = mentioned.stream()
                    .filter(text -> IDENTIFIER.matcher(text).matches())
                    .toArray(String[]::new);
            return byFirst(
                    entities.createNativeQuery(OBJECTS).setParameter("identifiers", identifiers),
                    row -> new Named(Kind.valueOf((String) row[1]), (String) row[2], (String) row[3]));
        }

        private Map<String, Person> people(Set<String> mentioned) {
            var logins = mentioned.stream().filter(text -> text.contains("@")).toArray(String[]::new);
            return byFirst(
                    entities.createNativeQuery(PEOPLE).setParameter("logins", logins),
                    row -> new Person((String) row[1], (String) row[2]));
        }

        private Map<String, String> organizations(Set<String> mentioned) {
            var keys = mentioned.stream()
                    .map(OrganizationKey::parse)
                    .flatMap(Optional::stream)
                    .toList();
            return byFirst(
                    entities.createNativeQuery(ORGANIZATIONS)
                            .setParameter(
                                    "types",
                                    keys.stream().map(key -> key.type().name()).toArray(String[]::new))
                            .setParameter(
                                    "registers",
                                    keys.stream()
                                            .map(OrganizationKey::companyRegister)
                                            .toArray(String[]::new))
                            .setParameter(
                                    "branches",
                                    keys.stream()
                                            .map(OrganizationKey::branchCode)
                                            .toArray(String[]::new)),
                    row -> (String) row[1]);
        }

        private Map<String, String> processes() {
            return byFirst(entities.createNativeQuery("select p.code, p.name from process p"), row -> (String) row[1]);
        }

        /** Returns the rows by their first column. */
        @SuppressWarnings("unchecked") // of several columns
        private static <T> Map<String, T> byFirst(Query query, Function<Object[], T> rest) {
            List<Object[]> rows = query.getResultList();
            return rows.stream().collect(Collectors.toMap(row -> (String) row[0], rest, (one, other) -> other));
        }
    }
}
