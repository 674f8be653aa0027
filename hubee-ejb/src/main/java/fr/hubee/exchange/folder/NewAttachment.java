package fr.hubee.exchange.folder;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.RefusalText;
import java.util.List;

/**
 * A file as announced, before its bytes are sent. Its démarche defines which files each party may attach (specification §4.4: RC004, RC002).
 *
 * @param type the functional type
 * @param size in bytes
 * @param recipients the external identifiers of the cases that receive a file of a folder; empty for a file of an event
 */
public record NewAttachment(String fileName, String type, long size, String mimeType, List<String> recipients) {

    /** A file of an event. */
    public NewAttachment(String fileName, String type, long size, String mimeType) {
        this(fileName, type, size, mimeType, List.of());
    }

    /** Checks a file of a folder: its media type, functional type and size. */
    void checkForFolder(String processCode, AttachmentRules rules) {
        check(processCode, rules, rules.formats());
        if (!rules.types().contains(type)) {
            throw notEnabled("type ", type, processCode)
                    .because("TYPES", processCode, String.join(", ", rules.types()));
        }
    }

    /** Checks a file of an event: its size, and its media type depending on the sender. */
    void checkForEvent(Party sender, String processCode, AttachmentRules rules) {
        if (sender == Party.RECIPIENT && rules.siFormats().isEmpty()) {
            throw refused(processCode, "deposit by an SI is not enabled");
        }
        check(processCode, rules, sender == Party.RECIPIENT ? rules.siFormats() : rules.formats());
    }

    private void check(String processCode, AttachmentRules rules, List<String> formats) {
        if (!formats.contains(mimeType)) {
            throw notEnabled("format ", mimeType, processCode)
                    .because("FORMATS", processCode, String.join(", ", formats));
        }
        if (size > rules.maxSize()) {
            throw refused(processCode, "size " + size + " exceeds the maximum " + rules.maxSize());
        }
    }

    private static InvalidRequest notEnabled(String name, String value, String processCode) {
        return new InvalidRequest(
                RefusalText.of("Attachment " + name).quote(value).and(" is not enabled for process " + processCode));
    }

    private static InvalidRequest refused(String processCode, String why) {
        return new InvalidRequest("Attachment " + why + " for process " + processCode);
    }
}
