package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
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
        if (ids.size() > CaseWorkService.MOST) {
            throw new InvalidRequest(
                    "Vous pouvez télécharger au plus " + CaseWorkService.MOST + " télédossiers à la fois.");
        }
        var bundles = new LinkedHashSet<>(ids)
                .stream().map(id -> desk.openAll(caller, id)).toList();
        if (bundles.stream().allMatch(bundle -> bundle.files().isEmpty())) {
            throw NotFound.of("File");
        }
        return bundles;
    }

    /** She has them all: the work has begun. */
    public void takenAll(Caller caller, UUID caseId) {
        desk.takenAll(caller, caseId);
    }
}
