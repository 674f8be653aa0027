package fr.hubee.desk.watch;

import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.FileTrouble;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/**
 * The files that nobody can open, of télédossiers that are not finished, and all that wait for the antivirus: for the national
 * administrator, and for an operator's business administrator those of its démarches.
 */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS})
public class UnreadableFileService {
    /** SQL condition on an attachment {@code a} that waits for the antivirus. */
    private static final String WAITS = "a.status = 'PENDING' and a.blob_key is not null";

    /** SQL of the announced files of folders, with their démarches; {@code attachment_unreadable} finds them. */
    static final String FOLDERS = """
            from attachment a join folder f on f.id = a.folder_id join process p on p.code = f.process_code""";

    /** SQL condition on a file {@code a} of a folder {@code f} that was completed without it, and is not finished. */
    static final String MISSING = """
            a.status = 'PENDING' and a.blob_key is null
                and f.status not in ('HUBEE_RECEIVED', 'REFUSED', 'DONE', 'CLOSED', 'ARCHIVED')""";

    private static final String LINES = """
            with unreadable as (
                select id from attachment where status in ('PENDING', 'CORRUPTED', 'REJECTED')
                union select attachment_id from damaged_file)
            select a.id, f.process_code, f.external_id,
                coalesce(d.found_at, a.refused_at, a.received_at, f.completed_at, f.created_at) as since, a.status,
                a.blob_key is not null, a.refused_at is not null, a.verdict, %1$s, count(*) over ()
            from unreadable u
            join attachment a on a.id = u.id
            left join damaged_file d on d.attachment_id = a.id
            left join case_event e on e.id = a.event_id
            left join cases c on c.id = e.case_id
            join folder f on f.id = coalesce(a.folder_id, c.folder_id)
            join process p on p.code = f.process_code
            where (a.blob_key is not null or a.folder_id is not null and f.status <> 'HUBEE_RECEIVED')
                and a.status <> 'DELETED' and (f.status not in ('REFUSED', 'DONE', 'CLOSED', 'ARCHIVED') or %2$s) and %3$s
            order by case when %2$s then a.received_at end, since desc, a.id""";

    @PersistenceContext
    EntityManager entities;

    /** Returns the number of files that wait for the antivirus. */
    @RolesAllowed(RoleNames.ADMIN)
    public long unscanned() {
        return (Long) entities.createNativeQuery("select count(*) from attachment a where " + WAITS)
                .getSingleResult();
    }

    /** Returns the number of files without which folders are complete. */
    public long missing(Caller caller) {
        var reach = Reach.of(caller);
        var sql = "select count(*) " + FOLDERS + " where " + MISSING + " and " + reach.condition("p");
        return (Long) reach.bind(entities.createNativeQuery(sql)).getSingleResult();
    }

    /** Returns those that wait for the antivirus, the oldest first, then the newest of the others; with the number of all. */
    public Page<UnreadableFile> first(Caller caller, int most) {
        var reach = Reach.of(caller);
        var sql = LINES.formatted(FileTrouble.DAMAGE, WAITS, reach.condition("c"));
        return CountedLines.page(
                reach.bind(entities.createNativeQuery(sql)).setMaxResults(most),
                0,
                row -> new UnreadableFile(
                        (UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3], trouble(row), (String)
                                row[7]));
    }

    private static FileTrouble trouble(Object... row) {
        var status = AttachmentStatus.valueOf((String) row[4]);
        return FileTrouble.of(status, (Boolean) row[5], (Boolean) row[6], (String) row[7], (String) row[8])
                .orElseThrow();
    }

    /**
     * A file that nobody can open.
     *
     * @param folderNumber its operator's number
     * @param verdict finding of the antivirus, or the reason why it could not scan; null for neither
     */
    public record UnreadableFile(
            UUID id, String processCode, String folderNumber, Instant since, FileTrouble trouble, String verdict) {}
}
