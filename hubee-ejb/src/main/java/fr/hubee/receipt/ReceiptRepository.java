package fr.hubee.receipt;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds the entries of the journal that give receipts, and what was purged. Of readings, the first one of each file and case. */
@Dependent
class ReceiptRepository {
    private static final int MOST = 200;

    /** A certificate's identifier begins with its time; its entry is written in the same transaction. */
    private static final Duration BESIDE = Duration.ofHours(1);

    /** Whoever reads a télédossier reads it often. */
    private static final String OF_CASE = """
            select a.id, a.changes from (
                select e.id, e.happened_at, e.action, e.changes, row_number() over (partition by e.action order by e.happened_at, e.id) as n
                from audit_entry e where e.subject = :subject and e.action in ('CASE_READ',
                    'CASE_TRANSMITTED', 'CASE_STATUS_CHANGED', 'EVENT_RECORDED', 'EVENT_STATUS_CHANGED', 'EVENT_DELETED')
                and e.changes like '%"sender":[%') a
            where a.action <> 'CASE_READ' or a.n = 1 order by a.happened_at, a.id""";

    private static final String FIRST_READINGS = """
            select r.id from unnest(cast(string_to_array(:subjects, ',') as varchar[])) w(subject)
            cross join lateral (
                select e.id from audit_entry e where e.subject = w.subject and e.action = 'ATTACHMENT_READ'
                    and e.changes like '%"sender":[%' and position(:case in e.changes) > 0
                order by e.happened_at, e.id limit 1) r""";

    private static final String OF_FOLDER = """
            select e.id from audit_entry e where e.subject = :subject and e.action in ('FOLDER_STATUS_CHANGED', 'FOLDER_DELETED')
              and e.changes like '%"sender":[%' order by e.happened_at, e.id""";

    private static final String OF_ACTION = """
            select e.id from audit_entry e where e.subject = :subject and e.action = :action order by e.happened_at, e.id""";

    private static final String PURGED = """
            select p.certificate, p.process_code, p.subject from purged_item p
            where p.act = :act and p.subject = any(cast(string_to_array(:subjects, ',') as uuid[])) and p.certificate is not null""";

    /** As {@code certify_purged} made them. */
    private static final String LISTS = """
            select p.certificate, encode(sha256(convert_to(
                string_agg(p.subject || ' ' || coalesce(p.sha256, ''), chr(10) order by p.subject), 'UTF8')), 'hex')
            from purged_item p where p.certificate = any(cast(string_to_array(:certificates, ',') as uuid[])) group by 1""";

    private static final String OF_CERTIFICATE = """
            select e.id from audit_entry e where e.subject = :subject and e.action in ('FILES_PURGED', 'FOLDERS_DELETED')
              and e.happened_at between :first and :last and position(:certificate in e.changes) > 0""";

    @PersistenceContext
    EntityManager entities;

    /** What of a télédossier a certificate counts. */
    record Purged(UUID certificate, List<UUID> subjects) {}

    /** The oldest first, with what they say now. */
    Map<UUID, String> ofCase(UUID theCase) {
        var found = new LinkedHashMap<UUID, String>();
        for (var each : on(OF_CASE, theCase).setMaxResults(MOST).getResultList()) {
            var row = (Object[]) each;
            found.put((UUID) row[0], (String) row[1]);
        }
        return found;
    }

    List<UUID> firstReadings(UUID theCase, Collection<UUID> files) {
        return files.isEmpty()
                ? List.of()
                : ids(entities.createNativeQuery(FIRST_READINGS)
                        .setParameter("subjects", text(files))
                        .setParameter("case", "\"case\":[null,\"" + theCase + "\"]"));
    }

    List<UUID> ofFolder(UUID folder) {
        return ids(on(OF_FOLDER, folder));
    }

    Optional<UUID> transmission(UUID theCase) {
        return first("CASE_TRANSMITTED", theCase);
    }

    Optional<UUID> announcement(UUID folder) {
        return first("FOLDER_CREATED", folder);
    }

    private Optional<UUID> first(String action, UUID subject) {
        return ids(on(OF_ACTION, subject).setParameter("action", action).setMaxResults(1)).stream()
                .findFirst();
    }

    /** The entries of the certificates that count these files, each with those of the files that it counts. */
    Map<UUID, Purged> purgedFiles(Collection<UUID> files) {
        return files.isEmpty() ? Map.of() : purged("FILE", files);
    }

    Map<UUID, Purged> purgedFolder(UUID folder) {
        return purged("FOLDER", List.of(folder));
    }

    /** The digests of what these certificates count, as it is now. */
    Map<UUID, String> lists(Collection<UUID> certificates) {
        var found = new TreeMap<UUID, String>();
        if (!certificates.isEmpty()) {
            for (var each : entities.createNativeQuery(LISTS)
                    .setParameter("certificates", text(certificates))
                    .getResultList()) {
                var row = (Object[]) each;
                found.put((UUID) row[0], (String) row[1]);
            }
        }
        return found;
    }

    private Map<UUID, Purged> purged(String act, Collection<UUID> subjects) {
        var certified = new TreeMap<UUID, Purged>();
        var processes = new TreeMap<UUID, String>();
        for (var each : entities.createNativeQuery(PURGED)
                .setParameter("act", act)
                .setParameter("subjects", text(subjects))
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

    private Query on(String query, UUID subject) {
        return entities.createNativeQuery(query).setParameter("subject", subject.toString());
    }

    @SuppressWarnings("unchecked") // the only column
    private static List<UUID> ids(Query query) {
        return query.getMaxResults() == Integer.MAX_VALUE
                ? query.setMaxResults(MOST).getResultList()
                : query.getResultList();
    }

    private static String text(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
