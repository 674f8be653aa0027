package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the entries of the journal that give receipts, and the deletions by purges. */
@Dependent
class ReceiptRepository {
    /** Query of a page. A person reads a télédossier often: of readings that began together, only the first one counts. */
    private static final String PAGE = """
            select a.entry from receipt_act a where a.%s = :id and a.entry > :after %s
              and (a.read_id is null or not exists (
                select from receipt_act o where o.case_id = a.case_id and o.read_id = a.read_id and o.entry < a.entry))
            order by a.entry""";

    /** A certificate's identifier begins with its time; its entry is written in the same transaction. */
    private static final Duration BESIDE = Duration.ofHours(1);

    private static final String OF_ACTION = """
            select e.id from audit_entry e where e.subject = :subject and e.action = :action order by e.happened_at, e.id""";

    private static final String PURGED = """
            select p.certificate, p.process_code, p.subject from purged_item p
            where p.act = :act and p.subject = any(cast(string_to_array(:subjects, ',') as uuid[])) and p.certificate is not null""";

    /** Digests of the lists, computed as {@code certify_purged} does. */
    private static final String LISTS = """
            select p.certificate, encode(sha256(convert_to(
                string_agg(p.subject || ' ' || coalesce(p.sha256, ''), chr(10) order by p.subject), 'UTF8')), 'hex')
            from purged_item p where p.certificate = any(cast(string_to_array(:certificates, ',') as uuid[])) group by 1""";

    private static final String OF_CERTIFICATE = """
            select e.id from audit_entry e where e.subject = :subject and e.action in ('FILES_PURGED', 'FOLDERS_DELETED')
              and e.happened_at between :first and :last and position(:certificate in e.changes) > 0""";

    private static final String ORGANIZATIONS = """
            select concat_ws('-', o.organization_type, o.company_register, o.branch_code), o.name from organization o
            where o.company_register = any(cast(string_to_array(:registers, ',') as varchar[]))""";

    private static final String PROCESSES = """
            select p.code, p.name from process p where p.code = any(cast(string_to_array(:codes, ',') as varchar[]))""";

    @PersistenceContext
    EntityManager entities;

    /** The items of a télédossier that a certificate counts. */
    record Purged(UUID certificate, List<UUID> subjects) {}

    /** The object whose acts are searched. */
    enum Of {
        CASE("case_id", ""),
        /** Acts of the folder, with those of its cases. */
        FOLDER("folder_id", ""),
        /** Acts of the folder, without its cases. */
        FOLDER_ALONE("folder_id", "and a.case_id is null");

        private final String page;

        Of(String column, String more) {
            page = PAGE.formatted(column, more);
        }
    }

    /** The entries of the next acts, oldest first. */
    List<UUID> page(Of of, UUID id, UUID after, int most) {
        return ids(entities.createNativeQuery(of.page)
                .setParameter("id", id)
                .setParameter("after", after)
                .setMaxResults(most));
    }

    Optional<UUID> transmission(UUID theCase) {
        return first("CASE_TRANSMITTED", theCase);
    }

    Optional<UUID> announcement(UUID folder) {
        return first("FOLDER_CREATED", folder);
    }

    private Optional<UUID> first(String action, UUID subject) {
        return ids(entities.createNativeQuery(OF_ACTION)
                        .setParameter("subject", subject.toString())
                        .setParameter("action", action)
                        .setMaxResults(1))
                .stream()
                .findFirst();
    }

    /** The entries of the certificates that count these files, each with those of the files that it counts. */
    Map<UUID, Purged> purgedFiles(Collection<UUID> files) {
        return files.isEmpty() ? Map.of() : purged("FILE", files);
    }

    Map<UUID, Purged> purgedFolder(UUID folder) {
        return purged("FOLDER", List.of(folder));
    }

    /** Returns the digests of the current lists of these certificates. */
    Map<UUID, String> lists(Collection<UUID> certificates) {
        return certificates.isEmpty() ? Map.of() : pairs(LISTS, "certificates", certificates.stream());
    }

    private Map<UUID, Purged> purged(String act, Collection<UUID> subjects) {
        var certified = new TreeMap<UUID, Purged>();
        var processes = new TreeMap<UUID, String>();
        for (var each : entities.createNativeQuery(PURGED)
                .setParameter("act", act)
                .setParameter("subjects", text(subjects.stream()))
                .getResultList()) {
            var row = (Object[]) each;
            certified
                    .computeIfAbsent((UUID) row[0], certificate -> new Purged(certificate, new ArrayList<>()))
                    .subjects()
                    .add((UUID) row[2]);
            processes.put((UUID) row[0], (String) row[1]);
        }
        var found = new TreeMap<UUID, Purged>();
        for (var each : certified.values()) {
            entry(each.certificate(), processes.get(each.certificate())).ifPresent(entry -> found.put(entry, each));
        }
        return found;
    }

    private Optional<UUID> entry(UUID certificate, String process) {
        var time = Instant.ofEpochMilli(certificate.getMostSignificantBits() >>> 16);
        return ids(entities.createNativeQuery(OF_CERTIFICATE)
                        .setParameter("subject", process)
                        .setParameter("first", time.minus(BESIDE))
                        .setParameter("last", time.plus(BESIDE))
                        .setParameter("certificate", "\"certificate\":[null,\"" + certificate + "\"]"))
                .stream()
                .findFirst();
    }

    /** Returns the current names of these organisations and démarches. */
    ReceiptNames names(Stream<OrganizationKey> organizations, Stream<String> processes) {
        return new ReceiptNames(
                pairs(ORGANIZATIONS, "registers", organizations.map(OrganizationKey::companyRegister)),
                pairs(PROCESSES, "codes", processes));
    }

    /** Returns the second column by the first. */
    @SuppressWarnings("unchecked") // of the query's own types
    private <K> Map<K, String> pairs(String query, String parameter, Stream<?> values) {
        List<Object[]> rows = entities.createNativeQuery(query)
                .setParameter(parameter, text(values.distinct()))
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (K) row[0], row -> (String) row[1]));
    }

    @SuppressWarnings("unchecked") // the only column
    private static List<UUID> ids(Query query) {
        return query.getResultList();
    }

    private static String text(Stream<?> values) {
        return values.map(String::valueOf).collect(Collectors.joining(","));
    }
}
