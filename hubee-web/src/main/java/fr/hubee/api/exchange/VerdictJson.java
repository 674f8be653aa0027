package fr.hubee.api.exchange;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.status.AttachmentStatus;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The reason for the status of a file, which the contract's answers do not have.
 *
 * @param reason null when there is nothing to say
 * @param nextStep null when there is nothing to do
 */
public record VerdictJson(UUID attachmentId, AttachmentStatus status, String reason, String nextStep) {

    static List<VerdictJson> from(Stream<Attachment> files) {
        return files.map(VerdictJson::from).toList();
    }

    private static VerdictJson from(Attachment file) {
        return of(file.id(), file.status(), file.verdict(), file.waitsForScan());
    }

    /** @param verdict the finding of the antivirus, or the reason why it could not scan; null for neither */
    static VerdictJson of(UUID id, AttachmentStatus status, String verdict, boolean waits) {
        return switch (status) {
            case RECEIVED ->
                verdict == null
                        ? new VerdictJson(id, status, null, null)
                        : new VerdictJson(
                                id,
                                status,
                                "The antivirus could not read it, and its process takes such files: " + verdict,
                                "Open it only if you expected it");
            case PENDING ->
                waits
                        ? new VerdictJson(
                                id, status, "The antivirus has not answered yet", "Wait: it is asked again each minute")
                        : new VerdictJson(id, status, "Its bytes were not received", "Its sender sends them");
            case CORRUPTED ->
                new VerdictJson(
                        id,
                        status,
                        "The antivirus has found " + verdict,
                        "Its sender sends another one, before completing the folder, or with a new event");
            case REJECTED ->
                new VerdictJson(
                        id,
                        status,
                        "The antivirus could not read it: " + verdict,
                        "Its sender sends it without encryption, or smaller");
            case DELETED -> new VerdictJson(id, status, "It was purged: its time of retention was over", null);
        };
    }
}
