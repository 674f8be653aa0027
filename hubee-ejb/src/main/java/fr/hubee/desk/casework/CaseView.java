package fr.hubee.desk.casework;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.shared.FileName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as a person sees it.
 *
 * @param recipientName name of its service
 * @param completedAt when the applicant completed it, until somebody of its service sees it; else null
 * @param inSoftware whether it arrived in the service's software
 * @param filesShown false when the person may not see them; the list is then empty
 * @param files in order of arrival
 * @param history a part of it, newest first
 * @param historySize number of events of the whole history; meaningless when no part of it was asked for
 */
public record CaseView(
        UUID id,
        String externalId,
        CaseStatus status,
        String processCode,
        String processName,
        CasePerson person,
        String recipientName,
        Applicant applicant,
        Instant transmittedAt,
        Instant updatedAt,
        Instant completedAt,
        Instant closedAt,
        boolean inSoftware,
        boolean filesShown,
        List<CaseFile> files,
        List<HistoryEntry> history,
        long historySize,
        Answers answers,
        CaseRights rights,
        AttachmentRules depositRules) {

    /**
     * A part of the history of a case, counted from its newest event.
     *
     * @param newer how many newer events are left out
     * @param most the maximum number of events
     */
    public record HistoryPart(int newer, int most) {
        /** The number of events on a page. */
        public static final int PAGE = 100;

        public static final HistoryPart NONE = new HistoryPart(0, 0);

        public static final HistoryPart NEWEST = page(1);

        /** Returns a page, from 1. */
        public static HistoryPart page(int number) {
            return new HistoryPart((number - 1) * PAGE, PAGE);
        }
    }

    /**
     * An event of a case, as its page shows it.
     *
     * @param author may be null
     * @param ours whether the service's, rather than the operator's
     * @param before the previous status according to the author, when valid; may be null
     * @param after null where the status did not change
     * @param comment null when the person may not read it
     * @param acknowledged whether the other party has read it
     */
    public record HistoryEntry(
            UUID id,
            Instant at,
            ActionType action,
            String author,
            boolean ours,
            CaseStatus before,
            CaseStatus after,
            String message,
            String comment,
            List<String> fileNames,
            boolean acknowledged) {

        static HistoryEntry of(CaseEvent event, boolean commentShown) {
            return new HistoryEntry(
                    event.id(),
                    event.createdAt(),
                    event.actionType(),
                    event.author(),
                    event.transmitter().equals(event.theCase().recipient()),
                    CaseStatus.named(event.caseCurrentStatus()).orElse(null),
                    event.caseNewStatus(),
                    event.message(),
                    commentShown ? event.comment() : null,
                    event.attachments().stream()
                            .map(Attachment::fileName)
                            .map(FileName::harmless)
                            .toList(),
                    event.status() == EventStatus.RECEIVED);
        }
    }
}
