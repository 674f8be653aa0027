package fr.hubee.bundle;

import fr.hubee.casework.CaseDownloadService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The ZIPs that a person has made beside her, and gets when they are ready. Her rights on each case are asked for when she asks
 * for one and again when she takes it; only what she takes counts as downloaded.
 */
@Stateless
@RolesAllowed(Roles.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BundleService {
    private static final System.Logger LOG = System.getLogger(BundleService.class.getName());

    @Inject
    BundleDesk desk;

    @Inject
    BundleEraser eraser;

    @Inject
    CaseDownloadService downloads;

    /** Has all the files of these cases put together; what she has already is not made twice. */
    public void ask(Caller caller, Collection<UUID> cases) {
        var wanted = downloads.look(caller, cases).stream()
                .filter(each -> !each.files().isEmpty())
                .toList();
        desk.ask(caller, wanted);
    }

    /** Hers, the last one first. */
    public List<BundleLine> list(Caller caller) {
        return desk.list(caller);
    }

    /**
     * @throws NotFound for what is not hers, is not ready, or is no more
     * @throws Conflict when one of its files is no more
     */
    public OpenedBundle open(Caller caller, UUID id) {
        var bundle = desk.ready(caller, id);
        downloads.openAgain(caller, bundle.cases());
        return bundle;
    }

    /** Cancels it, or deletes it. */
    public void forget(Caller caller, UUID id) {
        desk.forget(caller, id);
        try {
            eraser.erase();
        } catch (IOException later) {
            LOG.log(Level.WARNING, "A ZIP could not be deleted; the next hour tries again: {0}", later.toString());
        }
    }
}
