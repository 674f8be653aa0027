package fr.hubee.casework;

import fr.hubee.folder.ActionType;
import fr.hubee.folder.Attachment;
import fr.hubee.folder.CaseEvent;
import fr.hubee.folder.status.CaseStatus;
import fr.hubee.folder.status.EventStatus;
import fr.hubee.shared.FileName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened to a case, as its page tells it.
 *
 * @param author may be null
 * @param ours whether the service did it, rather than the operator
 * @param before the status that the author says it had, when it is one; may be null
 * @param after null where the status did not change
 * @param comment null for whoever may not read it
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
