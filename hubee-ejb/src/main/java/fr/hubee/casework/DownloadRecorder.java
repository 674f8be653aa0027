package fr.hubee.casework;

import fr.hubee.folder.ActionType;
import fr.hubee.folder.Attachment;
import fr.hubee.folder.Case;
import fr.hubee.folder.CaseEvent;
import fr.hubee.folder.CaseRecorder;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.security.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.stream.Collectors;

/**
 * Writes in the history which files a person has. That tells the operator nothing; but once she has all those that it sent,
 * the work has begun, and that does.
 */
@Dependent
class DownloadRecorder {
    @Inject
    WorkableCases cases;

    @Inject
    CaseWorkRepository history;

    @Inject
    ReadableFiles files;

    @Inject
    CaseRecorder recorder;

    /** One file. */
    void taken(Caller caller, Case theCase, Attachment file) {
        var event = cases.note(caller, ActionType.ATTACH_DL, file.fileName());
        recorder.recordDownload(caller, theCase, event, file);
        if (theCase.status() == CaseStatus.SI_RECEIVED && hasAll(theCase, file)) {
            begin(caller, theCase);
        }
    }

    /** All that the case has. */
    void takenAll(Caller caller, Case theCase) {
        cases.record(caller, theCase, cases.note(caller, ActionType.ATTACH_DL_ALL, null));
        if (CaseRights.NOT_BEGUN.contains(theCase.status())) {
            begin(caller, theCase);
        }
    }

    private void begin(Caller caller, Case theCase) {
        cases.record(caller, theCase, cases.move(caller, CaseMove.of(theCase.status(), CaseStatus.IN_PROGRESS, null)));
    }

    private boolean hasAll(Case theCase, Attachment last) {
        var since = history.lastMove(theCase).map(CaseEvent::createdAt).orElse(theCase.transmittedAt());
        var taken = new HashSet<>(history.downloadedSince(theCase, since));
        taken.add(last.id());
        var wanted = files.transmitted(theCase).stream().map(Attachment::id).collect(Collectors.toSet());
        return !wanted.isEmpty() && taken.containsAll(wanted);
    }
}
