package fr.hubee.exchange.folder;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.TooManyRequests;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Adds a party's event to the history of a case: checks it against the démarche's rules, records it in the journal,
 * notifies the other party.
 */
@Dependent
public class CaseRecorder {
    @Inject
    ProcessLookup processes;

    @Inject
    Event<FolderEvent> happened;

    @Inject
    AttachmentRecorder files;

    @Inject
    PartialUploadRepository uploads;

    @Inject
    FolderJournal journal;

    @Inject
    EventCeiling ceiling;

    @Inject
    Reopenings reopenings;

    @Inject
    Clock clock;

    /**
     * @param author of the event, on whose behalf the caller acts
     * @throws TooManyRequests when the party has added as many as it may today
     */
    public CaseEvent record(Caller caller, Case theCase, Party party, OrganizationKey author, NewCaseEvent wanted) {
        new EventPolicy(theCase.processCode(), process(theCase)).check(party, wanted);
        if (!caller.equals(Caller.HUB)) { // what it fetches was counted when it was transmitted
            ceiling.count(theCase, party);
        }
        var before = theCase.status();
        boolean reported = party == Party.TRANSMITTER && reopenings.isReportedBefore(theCase);
        var event = theCase.record(party, author, wanted, clock.instant());
        if (party == Party.RECIPIENT) {
            theCase.pickedUpBy(caller, clock.instant());
        }
        journal.recorded(caller, theCase, event, before);
        if (event.status() == EventStatus.SENT) {
            passOn(theCase, event, event.isMailed() && !(reported && event.mayNotifyAgain()));
        }
        return event;
    }

    /** A download by a person of its service: the event refers to the file, to detect when all were downloaded. */
    public CaseEvent recordDownload(Caller caller, Case theCase, NewCaseEvent wanted, Attachment file) {
        var event = record(caller, theCase, Party.RECIPIENT, theCase.recipient(), wanted);
        event.tellsDownloadOf(file);
        return event;
    }

    /**
     * A deposit of its service whose files are all in the store: recorded, and sent.
     *
     * @param upload in which they came, or null
     * @return false, and nothing is recorded, when another request has done it
     */
    public boolean recordDeposit(
            Caller caller, Case theCase, NewCaseEvent wanted, List<ScannedBlob> blobs, UUID upload) {
        if (upload != null && !uploads.finishOfPerson(upload)) {
            return false;
        }
        var event = record(caller, theCase, Party.RECIPIENT, theCase.recipient(), wanted);
        for (int each = 0; each < blobs.size(); each++) {
            files.received(caller, event.attachments().get(each), blobs.get(each));
        }
        send(caller, theCase, Party.RECIPIENT, event);
        return true;
    }

    /** Sends a deposit whose files were all received; as long as one waits for the antivirus, the other party does not see it. */
    void send(Caller caller, Case theCase, Party party, CaseEvent deposit) {
        if (deposit.waitsForScan()) {
            deposit.sendAfterScan(clock.instant());
            return;
        }
        var before = theCase.status();
        theCase.sent(party, deposit, clock.instant());
        journal.sent(caller, theCase, deposit, before);
        passOn(theCase, deposit, deposit.isMailed());
    }

    /** @param reader the organisation that has read it */
    public void acknowledge(Caller caller, Case theCase, OrganizationKey reader, CaseEvent event) {
        var before = event.status();
        event.acknowledge(clock.instant());
        journal.acknowledged(caller, theCase, event, before);
        pass(theCase, event, reader, event.transmitter(), true, false);
    }

    /** Records that an agent of its service has seen what the applicant sent until then. */
    public void answersSeen(Case theCase, Instant until) {
        theCase.answersSeen(until);
    }

    /** Takes back a message that nobody has read; its event stays. */
    public void withdrawMessage(CaseEvent event) {
        event.withdrawMessage();
    }

    /** Opens the files of a finished case again to the agents of its service. */
    public void openFiles(Case theCase, Instant until) {
        theCase.openFiles(until);
    }

    public void arriveIn(Case theCase, AccessMode chosen) {
        theCase.arriveIn(chosen);
    }

    private void passOn(Case theCase, CaseEvent event, boolean mailed) {
        var to = theCase.counterpartOf(event.transmitter());
        pass(theCase, event, event.transmitter(), to, false, mailed);
    }

    private void pass(
            Case theCase,
            CaseEvent event,
            OrganizationKey from,
            OrganizationKey to,
            boolean acknowledged,
            boolean mailed) {
        happened.fire(new FolderEvent.CaseEventPassed(
                theCase.id(),
                theCase.externalId(),
                event.id(),
                theCase.processCode(),
                from,
                to,
                acknowledged,
                event.actionType(),
                event.caseNewStatus(),
                theCase.status(),
                event.notification(),
                mailed));
    }

    private ProcessDetails process(Case theCase) {
        return processes.find(theCase.processCode()).orElseThrow();
    }
}
