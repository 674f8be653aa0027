package fr.hubee.desk.watch;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;

/** The files that wait for the antivirus, for the national administrator. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class UnscannedFileService {
    private static final String LINES = """
            select a.id, f.process_code, f.external_id, a.received_at, count(*) over ()
            from attachment a
            left join case_event e on e.id = a.event_id
            left join cases c on c.id = e.case_id
            join folder f on f.id = coalesce(a.folder_id, c.folder_id)
            where a.status = 'PENDING' and a.blob_key is not null order by a.received_at, a.id""";

    @PersistenceContext
    EntityManager entities;

    /** Returns the files that have waited for longest, and the number of all. */
    public Page<UnscannedFile> oldest(Caller caller, int most) {
        return CountedLines.page(
                entities.createNativeQuery(LINES).setMaxResults(most),
                0,
                row -> new UnscannedFile((UUID) row[0], (String) row[1], (String) row[2], (Instant) row[3]));
    }

    /**
     * A file that the antivirus has not scanned yet: it is not delivered.
     *
     * @param folderNumber its operator's number
     */
    public record UnscannedFile(UUID id, String processCode, String folderNumber, Instant receivedAt) {}
}
