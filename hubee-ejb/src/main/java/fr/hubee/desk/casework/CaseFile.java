package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.status.FileTrouble;
import fr.hubee.kernel.shared.FileName;
import java.time.Instant;
import java.util.UUID;

/**
 * A file as the page of its case shows it.
 *
 * @param eventId of the deposit that brought it; null when it came with the folder
 * @param trouble why nobody can open it; null when they can
 * @param verdict finding of the antivirus, or the reason why it could not scan; null for neither
 * @param added by the service itself
 * @param sentAt when the deposit was sent, or when it came after its folder was complete; null when it came with the folder, and for the oldest
 * @param sha256 in base64; null until it is received
 */
public record CaseFile(
        UUID id,
        UUID eventId,
        String fileName,
        String type,
        long size,
        String mimeType,
        FileTrouble trouble,
        String verdict,
        boolean added,
        Instant sentAt,
        String sha256) {

    static CaseFile of(Attachment file, CaseEvent event, boolean added) {
        return new CaseFile(
                file.id(),
                event == null ? null : event.id(),
                FileName.harmless(file.fileName()),
                file.type(),
                file.size(),
                file.mimeType(),
                file.trouble().orElse(null),
                file.verdict(),
                added,
                event == null ? file.lateAt() : event.sentAt(),
                file.sha256());
    }

    /** Whether it can be opened. */
    public boolean isStored() {
        return trouble == null;
    }

    public AttachmentPath.Reading path(UUID caseId) {
        return eventId == null
                ? new AttachmentPath.OfCase(caseId, id)
                : new AttachmentPath.OfEvent(caseId, eventId, id);
    }
}
