package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The files of cases, as people take them from the portal.
 *
 * <p>Opening says whether she may, and records it; what has arrived at hers whole is told afterwards, and only that counts
 * as downloaded. No transaction is open while bytes flow.
 */
@Stateless
@RolesAllowed(Roles.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseDownloadService {
    @Inject
    DownloadDesk desk;

    /** A file, to be shown or taken. */
    public StoredFile open(Caller caller, AttachmentPath.Reading path) {
        return desk.open(caller, path);
    }

    /** She has the whole file. Once she has all those that the operator sent, one by one, the work has begun. */
    public void taken(Caller caller, AttachmentPath.Reading path) {
        desk.taken(caller, path);
    }

    /** The files of several cases. */
    public List<CaseBundle> openAll(Caller caller, Collection<UUID> ids) {
        return all(ids, id -> desk.openAll(caller, id));
    }

    /** What she may take of several cases; nothing of it is opened. */
    public List<CaseBundle> look(Caller caller, Collection<UUID> ids) {
        return all(ids, id -> desk.look(caller, id));
    }

    private static List<CaseBundle> all(Collection<UUID> ids, Function<UUID, CaseBundle> each) {
        if (ids.size() > CaseWorkService.MOST) {
            throw new InvalidRequest(
                    "Vous pouvez télécharger au plus " + CaseWorkService.MOST + " télédossiers à la fois.");
        }
        var bundles = new LinkedHashSet<>(ids).stream().map(each).toList();
        if (bundles.stream().allMatch(bundle -> bundle.files().isEmpty())) {
            throw NotFound.of("File");
        }
        return bundles;
    }

    /**
     * Files that were looked at before: all of them are opened, or none.
     *
     * @throws Conflict when one of them is no more
     */
    public void openAgain(Caller caller, List<CaseBundle> bundles) {
        desk.openAgain(caller, bundles);
    }

    /** She has these files: when they are all that the case has, its work has begun. */
    public void takenAll(Caller caller, CaseBundle bundle) {
        desk.takenAll(caller, bundle);
    }
}
