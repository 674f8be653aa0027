package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records actions on folders and cases in the journal: numbers and statuses, never the applicant. The entry of an action contains the data
 * of its receipt (docs/receipts.md): sender, recipients and object, with the digests of the files.
 */
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
        record(
                caller,
                AuditAction.FOLDER_STATUS_CHANGED,
                folder,
                sent(facts(folder), folder.transmitter(), recipients(folder)).and("status", before, folder.status()));
    }

    void deleted(Caller caller, Folder folder) {
        var files = digests(folder.attachments());
        record(
                caller,
                AuditAction.FOLDER_DELETED,
                folder,
                sent(facts(folder), folder.transmitter(), recipients(folder)).and("digests", files));
    }

    private void record(Caller caller, AuditAction action, Folder folder, Changes changes) {
        journal.record(
                Act.by(caller, action).on(folder.transmitter(), folder.id()).with(changes));
    }

    /** @param files those that the case receives */
    void transmitted(Caller caller, Case theCase, List<Attachment> files) {
        record(
                caller,
                AuditAction.CASE_TRANSMITTED,
                theCase,
                sent(facts(theCase), theCase.folder().transmitter(), theCase.recipient())
                        .and("folder", theCase.folder().id())
                        .and("digests", digests(files)));
    }

    void opened(Caller caller, Folder folder) {
        record(caller, AuditAction.CASE_READ, folder, withSponsors(caller, facts(folder)));
    }

    void opened(Caller caller, Case theCase) {
        var facts = facts(theCase);
        record(
                caller,
                AuditAction.CASE_READ,
                theCase,
                theCase.recipient().equals(caller.organization())
                        ? sent(facts, theCase.folder().transmitter(), theCase.recipient())
                        : withSponsors(caller, facts));
    }

    void printed(Caller caller, Case theCase) {
        record(caller, AuditAction.CASE_PRINTED, theCase, facts(theCase));
    }

    /** @param silentSince when the software that it waits for called last */
    void rescued(Caller caller, Case theCase, Instant silentSince) {
        record(caller, AuditAction.CASE_RESCUED, theCase, facts(theCase).and("silentSince", silentSince));
    }

    void moved(Caller caller, Case theCase, CaseStatus before) {
        record(
                caller,
                AuditAction.CASE_STATUS_CHANGED,
                theCase,
                by(author(caller, theCase), theCase).and("status", before, theCase.status()));
    }

    private static OrganizationKey author(Caller caller, Case theCase) {
        return Party.of(caller) == Party.RECIPIENT
                ? theCase.recipient()
                : theCase.folder().transmitter();
    }

    private static Changes by(OrganizationKey author, Case theCase) {
        return sent(facts(theCase), author, theCase.counterpartOf(author));
    }

    /** @param before the status of the case, which the event may have changed */
    void recorded(Caller caller, Case theCase, CaseEvent event, CaseStatus before) {
        var changes = facts(theCase, event);
        record(
                caller,
                AuditAction.EVENT_RECORDED,
                theCase,
                theCase.status() == before
                        ? changes
                        : sent(changes, event.transmitter(), theCase.counterpartOf(event.transmitter()))
                                .and("status", before, theCase.status()));
    }

    /** @param before the status of the case, which the deposit may have changed */
    void sent(Caller caller, Case theCase, CaseEvent deposit, CaseStatus before) {
        var changes = withFiles(theCase, deposit).and("eventStatus", EventStatus.IN_PROGRESS, deposit.status());
        record(
                caller,
                AuditAction.EVENT_STATUS_CHANGED,
                theCase,
                theCase.status() == before ? changes : changes.and("status", before, theCase.status()));
    }

    private static Changes withFiles(Case theCase, CaseEvent event) {
        return sent(facts(theCase, event), event.transmitter(), theCase.counterpartOf(event.transmitter()))
                .and("digests", digests(event.attachments()));
    }

    void acknowledged(Caller caller, Case theCase, CaseEvent event, EventStatus before) {
        record(
                caller,
                AuditAction.EVENT_STATUS_CHANGED,
                theCase,
                facts(theCase, event).and("eventStatus", before, event.status()));
    }

    void deleted(Caller caller, Case theCase, CaseEvent event) {
        record(caller, AuditAction.EVENT_DELETED, theCase, withFiles(theCase, event));
    }

    private void record(Caller caller, AuditAction action, Case theCase, Changes changes) {
        journal.record(Act.by(caller, action)
                .on(theCase.recipient(), theCase.id())
                .with(changes)
                .about(Set.of(theCase.processCode())));
    }

    void received(Caller caller, Attachment attachment) {
        attachment(caller, AuditAction.ATTACHMENT_RECEIVED, attachment, Changes.NONE);
    }

    void blocked(Attachment attachment) {
        journal.record(Act.by(Caller.HUB, AuditAction.ATTACHMENT_BLOCKED)
                .on(null, attachment.id())
                .with(Changes.of("status", attachment.status()).and("verdict", attachment.verdict())));
    }

    /**
     * Records that a file was read.
     *
     * @param theCase as whose file it is read: a file of a folder may be of several
     * @param onScreen whether it was only shown, not downloaded
     */
    void read(Caller caller, Case theCase, Attachment attachment, boolean onScreen) {
        var sender = attachment.event() == null
                ? theCase.folder().transmitter()
                : attachment.event().transmitter();
        var addressee = theCase.counterpartOf(sender);
        var read = Changes.of("case", theCase.id());
        var facts = onScreen ? read.and("onScreen", true) : read;
        attachment(
                caller,
                AuditAction.ATTACHMENT_READ,
                attachment,
                addressee.equals(caller.organization())
                        ? sent(facts, sender, addressee)
                                .and("processCode", theCase.processCode())
                                .and("digests", digests(List.of(attachment)))
                        : facts);
    }

    /** @param silentSince when the software that its case waits for called last */
    void rescued(Caller caller, Case theCase, Attachment attachment, Instant silentSince) {
        attachment(
                caller,
                AuditAction.ATTACHMENT_RESCUED,
                attachment,
                Changes.of("case", theCase.id())
                        .and("processCode", theCase.processCode())
                        .and("silentSince", silentSince));
    }

    private void attachment(Caller caller, AuditAction action, Attachment attachment, Changes facts) {
        journal.record(Act.by(caller, action)
                .on(caller.organization(), attachment.id())
                .with(withSponsors(caller, facts.and("type", attachment.type())))
                .about(Set.of(attachment.processCode())));
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
                Act.by(caller, AuditAction.CASES_MIGRATED).on(source, target).with(Changes.of("cases", moved)));
    }

    void purged(Caller caller, UUID caseId, UUID attachmentId) {
        journal.record(Act.by(caller, AuditAction.COPY_PURGED)
                .on(caller.organization(), attachmentId)
                .with(Changes.of("case", caseId)));
    }

    /** @param recipients one, or several */
    private static Changes sent(Changes facts, OrganizationKey sender, Object recipients) {
        return facts.and("sender", sender).and("recipients", recipients);
    }

    /** Returns the identifier and the SHA-256 of each received file, separated by a colon. */
    private static List<String> digests(Collection<Attachment> files) {
        return files.stream()
                .filter(file -> file.sha256() != null)
                .map(file -> file.id() + ":" + file.sha256())
                .toList();
    }

    private static List<OrganizationKey> recipients(Folder folder) {
        return folder.cases().stream().map(Case::recipient).distinct().toList();
    }

    private static Changes facts(Folder folder) {
        return Changes.of("externalId", folder.externalId()).and("processCode", folder.processCode());
    }

    private static Changes facts(Case theCase) {
        return Changes.of("externalId", theCase.externalId()).and("processCode", theCase.processCode());
    }

    private static Changes facts(Case theCase, CaseEvent event) {
        return facts(theCase).and("event", event.id()).and("actionType", event.actionType());
    }
}
