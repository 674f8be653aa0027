package fr.hubee.exchange.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that arrives in several requests; or all files that a person adds to a case, one after the other.
 *
 * @param folderId null for the file of an event
 * @param caseId null for the file of a folder
 * @param attachmentId null for the files of a person
 * @param size that was announced
 * @param received how many of its bytes are stored
 * @param digest the SHA-256 in base64 that the sender computed, or null
 * @param finished whether the files were received; the parts are gone
 * @param heardAt when its last part came
 */
public record PartialUpload(
        UUID id,
        UUID folderId,
        UUID caseId,
        UUID eventId,
        UUID attachmentId,
        long size,
        long received,
        String digest,
        boolean finished,
        Instant heardAt) {
    static final Duration KEPT = Duration.ofDays(1);

    boolean isOfPerson() {
        return attachmentId == null;
    }

    AttachmentPath.Deposit path() {
        return folderId == null
                ? new AttachmentPath.OfEvent(caseId, eventId, attachmentId)
                : new AttachmentPath.OfFolder(folderId, attachmentId);
    }

    boolean isWhole() {
        return received == size;
    }

    /** Returns when it is deleted, unless somebody continues it. */
    public Instant expiresAt() {
        return heardAt.plus(KEPT);
    }
}
