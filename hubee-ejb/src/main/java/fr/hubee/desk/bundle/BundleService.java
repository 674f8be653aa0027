package fr.hubee.desk.bundle;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseRights;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The ZIPs that a person requests, and downloads when they are ready. Her rights on each case are checked at the
 * request and again at the download; only the download counts as reading the files.
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BundleService {
    private static final System.Logger LOG = System.getLogger(BundleService.class.getName());

    @Inject
    BundleRepository bundles;

    @Inject
    BundleSweepService sweep;

    @Inject
    CaseDownloadService downloads;

    @Inject
    CaseZip zip;

    @Inject
    AccountLookup accounts;

    @Inject
    AuditJournal journal;

    @Inject
    Event<BundleRequested> asked;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** Requests one ZIP of all the files of these cases; does nothing when she already has the same one. */
    public void ask(Caller caller, Collection<UUID> cases) {
        var wanted = downloads.preview(caller, cases).stream()
                .filter(each -> !each.files().isEmpty())
                .toList();
        transactions.run(() -> add(caller, wanted));
    }

    private void add(Caller caller, List<CaseBundle> cases) {
        var account = accounts.requireId(caller);
        bundles.lock();
        var live = bundles.liveContents(account);
        if (live.contains(contents(cases))) {
            return;
        }
        if (live.size() >= Bundle.MOST) {
            throw new InvalidRequest(Words.text("desk.bundle.tooMany", Bundle.MOST));
        }
        if (Bundle.sizeOf(cases) > Bundle.ROOM - bundles.liveSize()) {
            throw new Conflict(Words.text("desk.bundle.noRoom"));
        }
        var bundle = new Bundle(account, zip.name(cases), cases, clock.instant());
        bundles.add(bundle);
        journal.record(entry(caller, AuditAction.BUNDLE_ASKED, bundle)
                .with(Changes.of("cases", cases.size()).and("files", bundle.fileCount()))
                .about(bundles.processesOf(cases)));
        asked.fire(new BundleRequested(bundle.id()));
    }

    private static Object contents(List<CaseBundle> cases) {
        return cases.stream()
                .flatMap(each -> each.files().stream())
                .map(file -> file.blob().key().value())
                .collect(Collectors.toSet());
    }

    /** The caller's bundles, newest first. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<BundleLine> list(Caller caller) {
        return bundles.of(caller.name(), CaseRights.NOT_BEGUN);
    }

    /**
     * @throws NotFound when it is not the caller's, not ready, or already removed
     * @throws Conflict when one of its files no longer exists
     */
    public OpenedBundle open(Caller caller, UUID id) {
        var bundle = transactions.call(() -> ready(caller, id));
        downloads.openAgain(caller, bundle.cases());
        return bundle;
    }

    private OpenedBundle ready(Caller caller, UUID id) {
        var bundle = own(caller, id);
        var cases = bundles.contents(id);
        if (!bundle.isReady(clock.instant()) || bundles.holdsWhatIsGone(id)) {
            throw NotFound.of("Bundle");
        }
        return new OpenedBundle(bundle.fileName(), bundle.stored(), cases);
    }

    /** Cancels or deletes it. */
    public void forget(Caller caller, UUID id) {
        transactions.run(() -> {
            var bundle = own(caller, id);
            bundle.over();
            journal.record(entry(caller, AuditAction.BUNDLE_DELETED, bundle));
        });
        try {
            sweep.erase();
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "A ZIP could not be deleted; the next hour tries again: {0}", failure.toString());
        }
    }

    private Bundle own(Caller caller, UUID id) {
        return bundles.find(accounts.requireId(caller), id)
                .filter(Bundle::isShown)
                .orElseThrow(() -> NotFound.of("Bundle"));
    }

    private static Act entry(Caller caller, AuditAction action, Bundle bundle) {
        return Act.by(caller, action).on(caller.organization(), bundle.id());
    }

    public record OpenedBundle(String fileName, StoredBlob zip, List<CaseBundle> cases) {}

    /** Fired in the transaction that creates a bundle. */
    record BundleRequested(UUID bundle) {}
}
