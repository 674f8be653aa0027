package fr.hubee.folder;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.folder.status.EventStatus;
import fr.hubee.folder.status.FolderStatus;
import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Records actions on folders and cases in the journal: numbers and statuses, never the applicant. */
@Dependent
class FolderJournal {
    @Inject
    AuditJournal journal;

    void created(Caller caller, Folder folder) {
        record(
                caller,
                AuditAction.FOLDER_CREATED,
                folder,
                facts(folder).and("cases", folder.cases().size()));
    }

    void moved(Caller caller, Folder folder, FolderStatus before) {
        record(caller, AuditAction.FOLDER_STATUS_CHANGED, folder, facts(folder).and("status", before, folder.status()));
    }

    void deleted(Caller caller, Folder folder) {
        record(caller, AuditAction.FOLDER_DELETED, folder, facts(folder));
    }

    private void record(Caller caller, AuditAction action, Folder folder, Changes changes) {
        journal.record(
                Act.by(caller, action).on(folder.transmitter(), folder.id()).with(changes));
    }

    void opened(Caller caller, Folder folder) {
        record(caller, AuditAction.CASE_READ, folder, withSponsors(caller, facts(folder)));
    }

    void opened(Caller caller, Case theCase) {
        record(caller, AuditAction.CASE_READ, theCase, withSponsors(caller, facts(theCase)));
    }

    void moved(Caller caller, Case theCase, CaseStatus before) {
        record(
                caller,
                AuditAction.CASE_STATUS_CHANGED,
                theCase,
                facts(theCase).and("status", before, theCase.status()));
    }

    /** @param before the status of the case, which the event may have changed */
    void recorded(Caller caller, Case theCase, CaseEvent event, CaseStatus before) {
        var changes = facts(theCase, event);
        record(
                caller,
                AuditAction.EVENT_RECORDED,
                theCase,
                theCase.status() == before ? changes : changes.and("status", before, theCase.status()));
    }

    void moved(Caller caller, Case theCase, CaseEvent event, EventStatus before) {
        record(
                caller,
                AuditAction.EVENT_STATUS_CHANGED,
                theCase,
                facts(theCase, event).and("eventStatus", before, event.status()));
    }

    void deleted(Caller caller, Case theCase, CaseEvent event) {
        record(caller, AuditAction.EVENT_DELETED, theCase, facts(theCase, event));
    }

    private void record(Caller caller, AuditAction action, Case theCase, Changes changes) {
        journal.record(
                Act.by(caller, action).on(theCase.recipient(), theCase.id()).with(changes));
    }

    void received(Caller caller, Attachment attachment) {
        attachment(caller, AuditAction.ATTACHMENT_RECEIVED, attachment);
    }

    void blocked(Attachment attachment) {
        journal.record(Act.by(Caller.HUB, AuditAction.ATTACHMENT_BLOCKED)
                .on(null, attachment.id())
                .with(Changes.told("status", attachment.status()).and("verdict", attachment.verdict())));
    }

    void read(Caller caller, Attachment attachment) {
        attachment(caller, AuditAction.ATTACHMENT_READ, attachment);
    }

    private void attachment(Caller caller, AuditAction action, Attachment attachment) {
        journal.record(Act.by(caller, action)
                .on(caller.organization(), attachment.id())
                .with(withSponsors(caller, Changes.told("type", attachment.type()))));
    }

    /** Adds the people behind the national administrator's software. */
    private static Changes withSponsors(Caller caller, Changes facts) {
        var sponsors = caller.sponsors();
        if (sponsors == null) {
            return facts;
        }
        var made = facts.and("madeBy", sponsors.maker());
        return sponsors.haveGranted()
                ? made.and("readingAskedBy", sponsors.asker()).and("readingGrantedBy", sponsors.granter())
                : made;
    }

    void migrated(Caller caller, OrganizationKey source, OrganizationKey target, int moved) {
        journal.record(
                Act.by(caller, AuditAction.CASES_MIGRATED).on(source, target).with(Changes.told("cases", moved)));
    }

    void purged(Caller caller, UUID caseId, UUID attachmentId) {
        journal.record(Act.by(caller, AuditAction.COPY_PURGED)
                .on(caller.organization(), attachmentId)
                .with(Changes.told("case", caseId)));
    }

    private static Changes facts(Folder folder) {
        return Changes.told("externalId", folder.externalId()).and("processCode", folder.processCode());
    }

    private static Changes facts(Case theCase) {
        return Changes.told("externalId", theCase.externalId()).and("processCode", theCase.processCode());
    }

    private static Changes facts(Case theCase, CaseEvent event) {
        return facts(theCase).and("event", event.id()).and("actionType", event.actionType());
    }
}
