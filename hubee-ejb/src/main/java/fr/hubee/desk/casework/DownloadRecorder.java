package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.stream.Collectors;

/**
 * Records downloads in the history, which does not notify the operator. When all files that the operator sent were downloaded, the case
 * moves to « in progress », which does notify it. At the daily limit of events, the history records nothing of this: files may still be
 * read, and the journal records it.
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

    /** Records that one file was downloaded. */
    void taken(Caller caller, Case theCase, Attachment file) {
        if (cases.isFullToday(theCase)) {
            return;
        }
        var event = cases.note(caller, ActionType.ATTACH_DL, file.fileName());
        recorder.recordDownload(caller, theCase, event, file);
        if (theCase.status() == CaseStatus.SI_RECEIVED && hasAll(theCase, file)) {
            begin(caller, theCase);
        }
    }

    /** All files of the case were downloaded together. */
    void takenAll(Caller caller, Case theCase) {
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
        var since = history.lastMove(theCase).map(CaseEvent::createdAt).orElse(theCase.transmittedAt());
        var taken = new HashSet<>(history.downloadedSince(theCase, since));
        taken.add(last.id());
        var wanted = files.transmitted(theCase).stream().map(Attachment::id).collect(Collectors.toSet());
        return !wanted.isEmpty() && taken.containsAll(wanted);
    }
}
