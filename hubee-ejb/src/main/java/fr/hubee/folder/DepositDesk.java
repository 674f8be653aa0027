package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.storage.StoredBlob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The short transactions of {@link CaseDepositService}. */
@ApplicationScoped
@Transactional
class DepositDesk {
    @Inject
    WorkableCases cases;

    @Inject
    CaseRecorder recorder;

    @Inject
    FolderJournal journal;

    @Inject
    Clock clock;

    DepositPolicy policy(Caller caller, UUID id) {
        var theCase = cases.find(caller, id);
        CaseRights.require(cases.rights(caller, theCase).depositRefusal());
        return new DepositPolicy(recorder.process(theCase).attachments());
    }

    void deposited(Caller caller, UUID id, List<NewAttachment> files, List<StoredBlob> blobs) {
        var theCase = cases.hold(caller, id);
        CaseRights.require(cases.rights(caller, theCase).depositRefusal());
        var words = new CaseMove(null, null, null, null);
        var event = cases.record(caller, theCase, cases.event(caller, ActionType.ATTACH_DEPOSIT, words, true, files));
        for (int each = 0; each < blobs.size(); each++) {
            var file = event.attachments().get(each);
            file.receive(blobs.get(each), clock.instant());
            journal.received(caller, file);
        }
        recorder.send(caller, theCase, Party.RECIPIENT, event);
    }
}
