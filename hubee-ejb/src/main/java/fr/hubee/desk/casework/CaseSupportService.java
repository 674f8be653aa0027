package fr.hubee.desk.casework;

import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.SupportedCase.SentContent;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.AttachmentRecorder;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.exchange.folder.CaseRecorder;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.FileName;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The acts of the national administrator on one case, for people of its service who ask the support. Each act has a reason, which the
 * history of the case and a mail to the local administrators of the service show. No operation of the API calls them.
 */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class CaseSupportService {
    /** Time for which the support opens the files of a finished case. */
    private static final Duration OPENED = Duration.ofDays(2);

    /** The history shows the reason with what was done, in one comment. */
    private static final int LONGEST_REASON = 250;

    private static final String AUTHOR = Words.text("desk.support.author");

    @Inject
    WorkableCases workable;

    @Inject
    CaseLookup cases;

    @Inject
    CaseRecorder recorder;

    @Inject
    AttachmentRecorder attachments;

    @Inject
    ReadableFileLookup files;

    @Inject
    FetchedContent fetched;

    @Inject
    Clock clock;

    @Inject
    CaseViewFactory views;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    AuditJournal journal;

    /** Returns the cases of a service with this number, which several operators may have given; recorded as an opening. */
    public List<SupportedCase> find(Caller caller, OrganizationKey service, String externalId) {
        var found = cases.numbered(caller, service, externalId);
        found.forEach(each -> cases.open(caller, each));
        return found.stream().map(this::supported).toList();
    }

    private SupportedCase supported(Case theCase) {
        return new SupportedCase(
                theCase.id(),
                theCase.externalId(),
                workable.process(theCase).name(),
                views.name(theCase.folder().transmitter()),
                theCase.status(),
                theCase.transmittedAt(),
                withdrawable(theCase),
                reopenRefusal(theCase),
                filesRefusal(theCase));
    }

    /** Returns the messages of the service that wait, then its files that nobody of the operator has fetched. */
    private List<SentContent> withdrawable(Case theCase) {
        if (isOver(theCase.status())) {
            return List.of();
        }
        var sent = new ArrayList<SentContent>();
        messages(theCase)
                .forEach(event -> sent.add(new SentContent(event.id(), event.createdAt(), event.author(), null)));
        unread(theCase)
                .forEach(file -> sent.add(new SentContent(
                        file.id(),
                        file.event().createdAt(),
                        file.event().author(),
                        FileName.harmless(file.fileName()))));
        return sent;
    }

    private List<CaseEvent> messages(Case theCase) {
        return cases.history(theCase, 0, HistoryPart.PAGE).stream()
                .filter(event -> event.transmitter().equals(theCase.recipient()))
                .filter(event -> event.message() != null && !fetched.isRead(theCase, event))
                .toList();
    }

    private List<Attachment> unread(Case theCase) {
        return cases.eventFiles(theCase).stream()
                .filter(file -> file.event().transmitter().equals(theCase.recipient()))
                .filter(file -> file.isReceived() && !fetched.isRead(theCase, file))
                .toList();
    }

    /**
     * Takes back a message or a file that its service sent by mistake. The history keeps that there was one.
     *
     * @param content as {@link SentContent} names it
     * @return how many local administrators get a mail
     * @throws Conflict when the operator has fetched it
     */
    @RecentSecondFactor
    public int withdraw(Caller caller, UUID id, UUID content, String typed) {
        var reason = reason(typed);
        var theCase = cases.requireForUpdate(caller, id);
        CaseRights.require(isOver(theCase.status()) ? Words.text("desk.support.closed") : null);
        var message = messages(theCase).stream()
                .filter(each -> each.id().equals(content))
                .findFirst();
        var file = unread(theCase).stream()
                .filter(each -> each.id().equals(content))
                .findFirst();
        if (message.isEmpty() && file.isEmpty()) {
            throw new Conflict(Words.text(
                    "desk.support.fetched", views.name(theCase.folder().transmitter())));
        }
        message.ifPresent(recorder::withdrawMessage);
        file.ifPresent(attachments::withdraw);
        var what = file.map(each -> Words.text("desk.support.fileWithdrawn", FileName.harmless(each.fileName())))
                .orElseGet(() -> Words.text("desk.support.messageWithdrawn"));
        note(caller, theCase, what, reason);
        return report(
                caller,
                theCase,
                AuditAction.CASE_CONTENT_WITHDRAWN,
                Words.text("desk.support.withdrawn", theCase.externalId(), what),
                reason);
    }

    /** Opens the files of a finished case to the agents of its service for 48 hours, as long as they are kept. */
    @RecentSecondFactor
    public int openFiles(Caller caller, UUID id, String typed) {
        var reason = reason(typed);
        var theCase = cases.requireForUpdate(caller, id);
        CaseRights.require(filesRefusal(theCase));
        var until = openUntil(theCase, kept(theCase));
        recorder.openFiles(theCase, until);
        var what = Words.text("desk.support.filesOpened", Paris.MOMENT.format(until));
        note(caller, theCase, what, reason);
        return report(
                caller,
                theCase,
                AuditAction.CASE_FILES_OPENED,
                Words.text("desk.support.filesOpenedOf", theCase.externalId(), Paris.MOMENT.format(until)),
                reason);
    }

    private Period kept(Case theCase) {
        return workable.process(theCase).retention().portalFilesKept();
    }

    private Instant openUntil(Case theCase, Period kept) {
        var end = theCase.transmittedAt()
                .atZone(Paris.ZONE)
                .toLocalDate()
                .plus(kept)
                .atStartOfDay(Paris.ZONE)
                .toInstant();
        var opened = clock.instant().plus(OPENED);
        return opened.isBefore(end) ? opened : end;
    }

    private String filesRefusal(Case theCase) {
        if (theCase.accessMode() == AccessMode.API) {
            return Words.text("desk.support.filesInSoftware");
        }
        var kept = kept(theCase);
        if (kept == null) {
            return Words.text("desk.support.filesAlwaysOpen");
        }
        if (isOver(theCase.status())) {
            return Words.text("desk.support.filesClosed");
        }
        if (!CaseRights.FINISHED.contains(theCase.status())) {
            return Words.text("desk.support.filesOpen", theCase.status().label());
        }
        boolean gone = !clock.instant().isBefore(openUntil(theCase, kept))
                || files.received(theCase).isEmpty();
        return gone ? Words.text("desk.support.filesGone") : null;
    }

    /** Its operator expects nothing of its service any more. */
    private static boolean isOver(CaseStatus status) {
        return status == CaseStatus.CLOSED || status == CaseStatus.ARCHIVED;
    }

    /** Adds a line to the history, which the operator does not read. */
    private void note(Caller caller, Case theCase, String what, String reason) {
        var text = Words.text("desk.support.note", what, reason);
        workable.record(caller, theCase, event(ActionType.COM_ADD, text, null, null));
    }

    /**
     * Puts a case that was finished by mistake back to work. Its operator is notified of an event, as of each change of status.
     *
     * @return how many local administrators get a mail
     */
    @RecentSecondFactor
    public int reopen(Caller caller, UUID id, String typed) {
        var reason = reason(typed);
        var theCase = cases.requireForUpdate(caller, id);
        CaseRights.require(reopenRefusal(theCase));
        var before = theCase.status().name();
        workable.record(caller, theCase, event(ActionType.STATUS_UPDATE, reason, before, CaseStatus.IN_PROGRESS));
        return report(
                caller,
                theCase,
                AuditAction.CASE_REOPENED,
                Words.text("desk.support.reopened", theCase.externalId()),
                reason);
    }

    private static String reopenRefusal(Case theCase) {
        if (theCase.accessMode() == AccessMode.API) {
            return Words.text("desk.support.inSoftware");
        }
        if (isOver(theCase.status())) {
            return Words.text("desk.support.closed");
        }
        return CaseRights.FINISHED.contains(theCase.status())
                ? null
                : Words.text("desk.support.notFinished", theCase.status().label());
    }

    private static String reason(String typed) {
        var reason = CaseMove.text(Words.text("desk.support.reason"), typed);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidRequest(
                    Words.text("desk.text.tooLong", Words.text("desk.support.reason"), LONGEST_REASON));
        }
        if (reason == null) {
            throw new InvalidRequest(Words.text("desk.support.noReason"));
        }
        return reason;
    }

    /** Returns an event of the service, which its operator hears of where the status changes; the operator never reads the reason. */
    private static NewCaseEvent event(ActionType action, String reason, String before, CaseStatus after) {
        return new NewCaseEvent(
                action, AUTHOR, null, reason, after != null, before, after, null, List.of(), NewCaseEvent.OF_PORTAL);
    }

    /**
     * Records an act in the journal, and tells the local administrators of the service.
     *
     * @param said the act in a sentence
     */
    private int report(Caller caller, Case theCase, AuditAction act, String said, String reason) {
        journal.record(Act.by(caller, act)
                .on(theCase.recipient(), theCase.id())
                .with(Changes.of("externalId", theCase.externalId())
                        .and("processCode", theCase.processCode())
                        .and("reason", reason))
                .about(Set.of(theCase.processCode())));
        var page = "/teledossier?id=" + theCase.id();
        var values = MailValues.of("organization", views.name(theCase.recipient()))
                .and("process", workable.process(theCase).name())
                .and("act", said)
                .and("reason", reason)
                .and("listPath", page)
                .and("settingsPath", page)
                // for the release before, which sends it as a digest
                .and("news", List.of(MailValues.of("text", said).and("listPath", page)));
        var people = accounts.active(ActorType.LOCAL_ADMINISTRATOR, theCase.recipient());
        people.forEach(person -> outbox.post(NewMail.to(person, MailTemplate.SUPPORT_ACTED, values)));
        return people.size();
    }
}
