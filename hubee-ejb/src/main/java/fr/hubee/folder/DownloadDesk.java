package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The short transactions of {@link CaseDownloadService}. */
@ApplicationScoped
@Transactional
class DownloadDesk {
    @Inject
    WorkableCases workable;

    @Inject
    CaseRepository cases;

    @Inject
    Quarantine quarantine;

    @Inject
    FolderJournal journal;

    StoredFile open(Caller caller, AttachmentPath.Reading path) {
        var theCase = downloadable(workable.find(caller, caseId(path)), caller);
        var file = file(theCase, path);
        var stored = file.stored().orElseThrow(() -> NotFound.of("File"));
        quarantine.requireSound(file);
        journal.read(caller, file);
        return stored;
    }

    CaseBundle look(Caller caller, UUID id) {
        var theCase = downloadable(workable.find(caller, id), caller);
        var files = received(theCase);
        quarantine.requireSound(theCase, files);
        return bundle(theCase, files);
    }

    CaseBundle openAll(Caller caller, UUID id) {
        var theCase = downloadable(workable.find(caller, id), caller);
        var files = received(theCase);
        quarantine.requireSound(theCase, files);
        files.forEach(file -> journal.read(caller, file));
        return bundle(theCase, files);
    }

    void openAgain(Caller caller, List<CaseBundle> bundles) {
        for (var bundle : bundles) {
            var theCase = workable.find(caller, bundle.caseId());
            var refusal = workable.rights(caller, theCase).downloadRefusal();
            CaseRights.require(refusal == null ? null : "Télédossier " + theCase.externalId() + " : " + refusal);
            var held = held(received(theCase), bundle);
            if (held.size() < bundle.files().size()) {
                throw new Conflict("Des pièces du télédossier " + theCase.externalId()
                        + " ont été supprimées depuis : préparez une nouvelle archive.");
            }
            held.forEach(file -> journal.read(caller, file));
        }
    }

    /** Told to nobody: the operator is not concerned. */
    void taken(Caller caller, AttachmentPath.Reading path) {
        var theCase = downloadable(workable.hold(caller, caseId(path)), caller);
        taken(caller, theCase, file(theCase, path));
    }

    private void taken(Caller caller, Case theCase, Attachment file) {
        var words = new CaseMove(null, null, file.fileName(), null);
        workable.record(caller, theCase, ActionType.ATTACH_DL, words, false).tellsDownloadOf(file);
        if (theCase.status() == CaseStatus.SI_RECEIVED && hasAll(theCase, file)) {
            begin(caller, theCase);
        }
    }

    /** When others have come since the bundle was made, those in it were taken one by one. */
    void takenAll(Caller caller, CaseBundle bundle) {
        var theCase = downloadable(workable.hold(caller, bundle.caseId()), caller);
        var files = received(theCase);
        var held = held(files, bundle);
        if (held.size() < files.size()) {
            held.forEach(file -> taken(caller, theCase, file));
            return;
        }
        workable.record(caller, theCase, ActionType.ATTACH_DL_ALL, new CaseMove(null, null, null, null), false);
        if (CaseRights.NOT_BEGUN.contains(theCase.status())) {
            begin(caller, theCase);
        }
    }

    private static CaseBundle bundle(Case theCase, List<Attachment> received) {
        var stored = received.stream().flatMap(file -> file.stored().stream()).toList();
        return new CaseBundle(theCase.id(), theCase.externalId(), stored);
    }

    private List<Attachment> received(Case theCase) {
        return files(theCase).stream().filter(Attachment::isReceived).toList();
    }

    private static List<Attachment> held(List<Attachment> received, CaseBundle bundle) {
        return received.stream()
                .filter(file -> file.stored().filter(bundle.files()::contains).isPresent())
                .toList();
    }

    private void begin(Caller caller, Case theCase) {
        var started = CaseMove.of(theCase.status(), CaseStatus.IN_PROGRESS, null);
        workable.record(caller, theCase, ActionType.STATUS_UPDATE, started, true);
    }

    private boolean hasAll(Case theCase, Attachment last) {
        var since = cases.lastMove(theCase).map(CaseEvent::createdAt).orElse(theCase.transmittedAt());
        var taken = new HashSet<>(cases.downloadedSince(theCase, since));
        taken.add(last.id());
        var wanted = transmitted(theCase).stream()
                .filter(Attachment::isReceived)
                .map(Attachment::id)
                .collect(Collectors.toSet());
        return !wanted.isEmpty() && taken.containsAll(wanted);
    }

    private Case downloadable(Case theCase, Caller caller) {
        CaseRights.require(workable.rights(caller, theCase).downloadRefusal());
        return theCase;
    }

    /** What the operator sent, at first or later. */
    private List<Attachment> transmitted(Case theCase) {
        var files = new ArrayList<>(cases.attachments(theCase));
        cases.events(theCase).stream()
                .filter(event -> !event.isInProgress() && !event.transmitter().equals(theCase.recipient()))
                .forEach(event -> files.addAll(event.attachments()));
        return files;
    }

    private List<Attachment> files(Case theCase) {
        var files = new ArrayList<>(cases.attachments(theCase));
        cases.events(theCase).stream()
                .filter(event -> !event.isInProgress())
                .forEach(event -> files.addAll(event.attachments()));
        return files;
    }

    private Attachment file(Case theCase, AttachmentPath.Reading path) {
        return files(theCase).stream()
                .filter(file -> file.id().equals(path.attachmentId()))
                .findFirst()
                .orElseThrow(() -> NotFound.of("File"));
    }

    private static UUID caseId(AttachmentPath.Reading path) {
        return path instanceof AttachmentPath.OfEvent ofEvent
                ? ofEvent.caseId()
                : ((AttachmentPath.OfCase) path).caseId();
    }
}
