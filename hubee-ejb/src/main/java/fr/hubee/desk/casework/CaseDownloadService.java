package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentRecorder;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Downloads of case files from the portal.
 *
 * <p>Opening checks the rights and is recorded. Completion is reported afterwards, and only a complete transfer counts
 * as a download. No transaction is open while bytes are transferred.
 */
@Stateless
@RolesAllowed(RoleNames.MANAGE_FOLDERS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseDownloadService {
    @Inject
    WorkableCases cases;

    @Inject
    ReadableFileLookup files;

    @Inject
    AttachmentRecorder attachments;

    @Inject
    CaseRecorder recorder;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Transactions transactions;

    public StoredFile open(Caller caller, AttachmentPath.Reading path) {
        return read(caller, path, false);
    }

    /** Opens a file that is only shown: the journal says so. */
    public StoredFile show(Caller caller, AttachmentPath.Reading path) {
        return read(caller, path, true);
    }

    private StoredFile read(Caller caller, AttachmentPath.Reading path, boolean onScreen) {
        return transactions.call(() -> {
            var theCase = downloadable(caller, cases.find(caller, path.caseId()));
            return attachments.read(caller, theCase, files.require(theCase, path), onScreen);
        });
    }

    /**
     * The file was transferred completely. Once all files that the operator sent were downloaded one by one, the case
     * moves to « in progress ».
     */
    public void taken(Caller caller, AttachmentPath.Reading path) {
        transactions.run(() -> {
            var theCase = downloadable(caller, cases.hold(caller, path.caseId()));
            record(caller, theCase, files.require(theCase, path));
        });
    }

    /** The files of several cases that the caller may download; opens none. */
    public List<CaseBundle> preview(Caller caller, Collection<UUID> ids) {
        return all(ids, id -> {
            var theCase = downloadable(caller, cases.find(caller, id));
            return bundle(theCase, files.received(theCase));
        });
    }

    public List<CaseBundle> openAll(Caller caller, Collection<UUID> ids) {
        return all(ids, id -> {
            var theCase = downloadable(caller, cases.find(caller, id));
            var received = files.received(theCase);
            var bundle = bundle(theCase, received);
            attachments.readAll(caller, theCase, received);
            return bundle;
        });
    }

    /** @throws Conflict with the name of a damaged file */
    private CaseBundle bundle(Case theCase, List<Attachment> received) {
        attachments.requireUndamaged(theCase, received);
        var stored = received.stream().flatMap(file -> file.stored().stream()).toList();
        return new CaseBundle(theCase.id(), theCase.externalId(), stored);
    }

    private List<CaseBundle> all(Collection<UUID> ids, Function<UUID, CaseBundle> each) {
        if (ids.size() > CaseWorkService.MOST) {
            throw new InvalidRequest(Words.text("desk.download.tooMany", CaseWorkService.MOST));
        }
        var bundles = new LinkedHashSet<>(ids)
                .stream().map(id -> transactions.call(() -> each.apply(id))).toList();
        if (bundles.stream().allMatch(bundle -> bundle.files().isEmpty())) {
            throw NotFound.of("File");
        }
        return bundles;
    }

    /**
     * Opens files that {@link #preview} returned: all or none.
     *
     * @throws Conflict when one of them no longer exists
     */
    public void openAgain(Caller caller, List<CaseBundle> bundles) {
        transactions.run(() -> bundles.forEach(bundle -> openAgain(caller, bundle)));
    }

    private void openAgain(Caller caller, CaseBundle bundle) {
        var theCase = cases.find(caller, bundle.caseId());
        var refusal = cases.rights(caller, theCase).downloadRefusal();
        CaseRights.require(refusal == null ? null : Words.text("desk.download.refused", theCase.externalId(), refusal));
        var held = bundle.heldAmong(files.received(theCase));
        if (held.size() < bundle.files().size()) {
            throw new Conflict(Words.text("desk.download.filesGone", theCase.externalId()));
        }
        attachments.readAll(caller, theCase, held);
    }

    /**
     * The bundle was transferred completely. If it contains all files of the case, the case moves to « in progress ».
     * If others have arrived since it was made, its files count as downloaded one by one.
     */
    public void takenAll(Caller caller, CaseBundle bundle) {
        transactions.run(() -> {
            var theCase = downloadable(caller, cases.hold(caller, bundle.caseId()));
            var received = files.received(theCase);
            var held = bundle.heldAmong(received);
            if (held.size() < received.size()) {
                held.forEach(file -> record(caller, theCase, file));
            } else {
                recordAll(caller, theCase);
            }
        });
    }

    private Case downloadable(Caller caller, Case theCase) {
        CaseRights.require(cases.rights(caller, theCase).downloadRefusal());
        return theCase;
    }

    /**
     * Records the download of one file in the history, which does not notify the operator. When all files that the operator sent were
     * downloaded, the case moves to « in progress », which does notify it. At the daily limit of events, the history records nothing of
     * this: files may still be read, and the journal records it.
     */
    private void record(Caller caller, Case theCase, Attachment file) {
        if (cases.isFullToday(theCase)) {
            return;
        }
        recorder.recordDownload(caller, theCase, cases.note(caller, ActionType.ATTACH_DL, file.fileName()), file);
        if (theCase.status() == CaseStatus.SI_RECEIVED && hasAll(theCase, file)) {
            begin(caller, theCase);
        }
    }

    /** Records that all files of the case were downloaded together, likewise. */
    private void recordAll(Caller caller, Case theCase) {
        if (cases.isFullToday(theCase)) {
            return;
        }
        cases.record(caller, theCase, cases.note(caller, ActionType.ATTACH_DL_ALL, null));
        if (CaseRights.NOT_BEGUN.contains(theCase.status())) {
            begin(caller, theCase);
        }
    }

    private void begin(Caller caller, Case theCase) {
        cases.record(caller, theCase, cases.move(caller, CaseMove.of(theCase.status(), CaseStatus.IN_PROGRESS, null)));
    }

    private boolean hasAll(Case theCase, Attachment last) {
        var since = cases.lastMove(theCase).map(CaseEvent::createdAt).orElse(theCase.transmittedAt());
        var taken = new HashSet<>(downloadedSince(theCase, since));
        taken.add(last.id());
        var wanted = files.transmitted(theCase).stream().map(Attachment::id).collect(Collectors.toSet());
        return !wanted.isEmpty() && taken.containsAll(wanted);
    }

    /** Returns the files downloaded one by one since the last change of status. */
    private List<UUID> downloadedSince(Case theCase, Instant moment) {
        return entities.createQuery("""
                        select e.downloadedId from CaseEvent e where e.theCase = :case and e.createdAt >= :moment
                          and e.downloadedId is not null""", UUID.class)
                .setParameter("case", theCase)
                .setParameter("moment", moment)
                .getResultList();
    }
}
