package fr.hubee.lifetime.retention;

import fr.hubee.files.encryption.DataKeyStore.DestroyedKey;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds what is due, and changes it, page by page. Changes lock the folders' rows, as everywhere, and check again what
 * is due: a case may have been notified again meanwhile.
 */
@Dependent
class PurgeRepository {
    private static final String IDS = "any (cast(string_to_array(:ids, ',') as uuid[]))";

    private static final String OF_FILES = """
            select coalesce(a.folder_id, c.folder_id) from attachment a
                left join case_event e on e.id = a.event_id left join cases c on c.id = e.case_id
            where a.id = %s""".formatted(IDS);

    private static final String DUE_FILES = PurgePlan.WITH_RULE + """
            select a.id from attachment a where a.blob_key is not null and a.id > :after and %s
            order by a.id""".formatted(PurgePlan.FILE_IS_DUE);

    private static final String MARK = PurgePlan.WITH_RULE + """
            update attachment a set status = 'DELETED' where a.id = %s and a.blob_key is not null and %s
            returning a.id, a.blob_key""".formatted(IDS, PurgePlan.FILE_IS_DUE);

    /** Recipients to whom a case was transmitted; not those to whom it was only announced. */
    private static final String RECIPIENTS = """
            array(select distinct concat_ws('-', s.organization_type, s.company_register, s.branch_code) from cases s
                where s.transmitted_at is not null and %s order by 1)""";

    /** A file of a folder may have several, one of an event has the case of that. */
    private static final String OF_FILE = RECIPIENTS.formatted("""
            s.id = any (array(select c.id union select l.case_id from case_attachment l where l.attachment_id = x.id))""");

    private static final String ERASED = PurgePlan.WITH_RULE.strip() + """
            , erased as (
                update attachment a set blob_key = null, purged_at = :now
                where a.id = %s and a.status = 'DELETED' and a.blob_key is not null
                returning a.id, a.size, a.sha256, a.folder_id, a.event_id)
            select coalesce(sum(note_purged_of('FILE', x.id, f.process_code, coalesce(r.text, ''), x.size, x.sha256, %s)), 0)
            from erased x left join case_event e on e.id = x.event_id left join cases c on c.id = e.case_id
                join folder f on f.id = coalesce(x.folder_id, c.folder_id) left join rule r on r.code = f.process_code""".formatted(IDS, OF_FILE);

    private static final String CASE_IS_DUE =
            "c.status = 'CLOSED' and c.archived_at is null and c.closed_at < r.archived_before";

    private static final String DUE_CASES = PurgePlan.WITH_RULE + """
            select c.id from cases c join rule r on r.code = c.process_code
            where c.closed_at is not null and %s and c.id > :after order by c.id""".formatted(CASE_IS_DUE);

    /** Until when closed cases are told now: what was closed in the last hour may not be committed. */
    private static final String TOLD = "least(r.told_before, cast(:now as timestamptz) - interval '1 hour')";

    private static final String PURGED_SOON = PurgePlan.WITH_RULE + """
            select c.id from cases c join rule r on r.code = c.process_code join accepted_retention a on a.process_code = r.code
            where c.closed_at is not null and c.status = 'CLOSED' and c.archived_at is null
                and c.closed_at >= coalesce(a.told_until, '-infinity') and c.closed_at < %s""".formatted(TOLD);

    private static final String NOTE_TOLD = PurgePlan.WITH_RULE + """
            update accepted_retention a set told_until = greatest(a.told_until, %s)
            from rule r where r.code = a.process_code""".formatted(TOLD);

    private static final String ARCHIVE =
            PurgePlan.WITH_RULE.strip() + """
            , archived as (
                update cases c set status = 'ARCHIVED', archived_at = :now, updated_at = :now, version = c.version + 1
                from rule r where r.code = c.process_code and c.id = %s and %s
                returning c.id, c.process_code, r.text)
            select coalesce(sum(note_purged_of('CASE', x.id, x.process_code, x.text, null, null, %s)), 0)
            from archived x""".formatted(IDS, CASE_IS_DUE, RECIPIENTS.formatted("s.id = x.id"));

    private static final String ARCHIVE_FOLDERS = """
            update folder f set status = 'ARCHIVED', archived_at = :now, updated_at = :now, version = f.version + 1
            where f.id in (select c.folder_id from cases c where c.id = %s) and f.archived_at is null
                and not exists (select 1 from cases c where c.folder_id = f.id and c.archived_at is null)""".formatted(IDS);

    /** Condition of a due folder: its bytes are deleted and it is counted in statistics; a folder never completed is not counted. */
    private static final String FOLDER_IS_DUE = """
            (f.archived_at < r.deleted_before and f.archived_at < :counted or %s)
            and not coalesce((select bool_or(a.blob_key is not null) from attachment a where a.folder_id = f.id), false)
            and not coalesce((select bool_or(a.blob_key is not null) from cases c join case_event e on e.case_id = c.id
                join attachment a on a.event_id = e.id where c.folder_id = f.id), false)""".formatted(PurgePlan.IS_GIVEN_UP);

    /** The first condition alone is for the indexes: far more folders are archived than are due. */
    private static final String DUE_FOLDERS = PurgePlan.WITH_RULE + """
            select f.id from folder f join rule r on r.code = f.process_code
            where (f.archived_at < :latest or f.completed_at is null) and %s and f.id > :after order by f.id""".formatted(FOLDER_IS_DUE);

    private static final String DELETE =
            PurgePlan.WITH_RULE.strip() + """
            , gone as (
                delete from folder f using rule r where r.code = f.process_code and f.id = %s and %s
                returning f.id, f.process_code, r.text)
            select coalesce(sum(note_purged_of('FOLDER', x.id, x.process_code, x.text, null, null, %s)), 0)
            from gone x""".formatted(IDS, FOLDER_IS_DUE, RECIPIENTS.formatted("s.folder_id = x.id"));

    @PersistenceContext
    EntityManager entities;

    List<UUID> dueFiles(Collection<PurgePlan> plans, UUID after, int maxResult) {
        return page(ruled(DUE_FILES, plans), after, maxResult);
    }

    List<UUID> dueCases(Collection<PurgePlan> plans, UUID after, int maxResult) {
        return page(ruled(DUE_CASES, plans), after, maxResult);
    }

    List<UUID> dueFolders(Collection<PurgePlan> plans, Instant counted, UUID after, int maxResult) {
        var due = ruled(DUE_FOLDERS, plans).setParameter("counted", counted).setParameter("latest", lastDeleted(plans));
        return page(due, after, maxResult);
    }

    /** Returns the latest limit of all plans: a folder that was archived after it is deleted under none of them. */
    static Instant lastDeleted(Collection<PurgePlan> plans) {
        return plans.stream()
                .map(PurgePlan::deletedBefore)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Marks the files as deleted: nobody reads them any more, but their bytes still exist. */
    Map<UUID, BlobKey> mark(Collection<PurgePlan> plans, Collection<UUID> files) {
        hold(OF_FILES, files);
        var marked = new LinkedHashMap<UUID, BlobKey>();
        for (var each : ruled(MARK, plans).setParameter("ids", text(files)).getResultList()) {
            var row = (Object[]) each;
            marked.put((UUID) row[0], new BlobKey((String) row[1]));
        }
        return marked;
    }

    int erased(Collection<PurgePlan> plans, Collection<UUID> files, Instant now) {
        return recorded(ruled(ERASED, plans).setParameter("ids", text(files)).setParameter("now", now));
    }

    /** Returns the closed cases that come within a week of their purge, and remembers for each démarche until when it was told of them. */
    @SuppressWarnings("unchecked") // the only column
    List<UUID> purgedSoon(Collection<PurgePlan> plans, Instant now) {
        List<UUID> cases = ruled(PURGED_SOON, plans).setParameter("now", now).getResultList();
        ruled(NOTE_TOLD, plans).setParameter("now", now).executeUpdate();
        return cases;
    }

    int archive(Collection<PurgePlan> plans, Collection<UUID> cases, Instant now) {
        hold("select c.folder_id from cases c where c.id = " + IDS, cases);
        int archived =
                recorded(ruled(ARCHIVE, plans).setParameter("ids", text(cases)).setParameter("now", now));
        entities.createNativeQuery(ARCHIVE_FOLDERS)
                .setParameter("ids", text(cases))
                .setParameter("now", now)
                .executeUpdate();
        return archived;
    }

    /** Deletes the folders; the schema cascades to everything that belongs to them. */
    int delete(Collection<PurgePlan> plans, Instant counted, Collection<UUID> folders) {
        hold("select g.id from folder g where g.id = " + IDS, folders);
        return recorded(ruled(DELETE, plans).setParameter("counted", counted).setParameter("ids", text(folders)));
    }

    /**
     * Returns the folders of these files that have no bytes left; they are locked, so that no file arrives while their keys are destroyed.
     */
    @SuppressWarnings("unchecked") // the only column
    List<UUID> emptied(Collection<UUID> files) {
        hold(OF_FILES, files);
        return entities.createNativeQuery("""
                        select f.id from folder f where f.id in (%s)
                            and not exists (select from attachment a where a.folder_id = f.id and a.blob_key is not null)
                            and not exists (select from cases c join case_event e on e.case_id = c.id
                                join attachment a on a.event_id = e.id where c.folder_id = f.id and a.blob_key is not null)""".formatted(OF_FILES))
                .setParameter("ids", text(files))
                .getResultList();
    }

    /** Returns those of these folders that are deleted. */
    List<UUID> gone(Collection<UUID> folders) {
        List<?> left = entities.createNativeQuery("select f.id from folder f where f.id = " + IDS)
                .setParameter("ids", text(folders))
                .getResultList();
        return folders.stream().filter(folder -> !left.contains(folder)).toList();
    }

    /** Records destroyed keys with their démarche, from the folder, or from the record of its deletion. */
    void noteDestroyed(List<DestroyedKey> keys) {
        entities.createNativeQuery("""
                        select sum(note_destroyed_key(k.id, coalesce(
                            (select f.process_code from folder f where f.id = k.owner),
                            (select p.process_code from purged_item p where p.act = 'FOLDER' and p.subject = k.owner))))
                        from unnest(:keys, cast(:owners as uuid[])) k(id, owner)""")
                .setParameter("keys", keys.stream().map(DestroyedKey::id).toArray(String[]::new))
                .setParameter(
                        "owners",
                        keys.stream().map(key -> key.owner().toString()).toArray(String[]::new))
                .getSingleResult();
    }

    private void hold(String folders, Collection<UUID> ids) {
        entities.createNativeQuery(
                        "select f.id from folder f where f.id in (" + folders + ") order by f.id for no key update")
                .setParameter("ids", text(ids))
                .getResultList();
    }

    private Query ruled(String query, Collection<PurgePlan> plans) {
        return entities.createNativeQuery(query).setParameter("rules", PurgePlan.json(plans));
    }

    @SuppressWarnings("unchecked") // the only column
    private static List<UUID> page(Query query, UUID after, int maxResult) {
        return query.setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** The number of changes, each recorded in {@code purged_item}. */
    private static int recorded(Query query) {
        return ((Number) query.getSingleResult()).intValue();
    }

    private static String text(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
