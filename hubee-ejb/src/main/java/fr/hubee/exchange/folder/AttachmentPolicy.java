package fr.hubee.exchange.folder;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;

/** Defines which files each party may attach in a démarche (specification §4.4: RC004, RC002). */
final class AttachmentPolicy {
    private final String processCode;
    private final AttachmentRules rules;

    AttachmentPolicy(String processCode, AttachmentRules rules) {
        this.processCode = processCode;
        this.rules = rules;
    }

    /** Checks a file of a folder: its media type, functional type and size. */
    void checkFolderFile(NewAttachment file) {
        check(file, rules.formats());
        if (!rules.types().contains(file.type())) {
            throw refused("type " + file.type() + " is not enabled");
        }
    }

    /** Checks a file of an event: its size, and its media type depending on the sender. */
    void checkEventFile(Party sender, NewAttachment file) {
        if (sender == Party.RECIPIENT && rules.siFormats().isEmpty()) {
            throw refused("deposit by an SI is not enabled");
        }
        check(file, sender == Party.RECIPIENT ? rules.siFormats() : rules.formats());
    }

    private void check(NewAttachment file, List<String> formats) {
        if (!formats.contains(file.mimeType())) {
            throw refused("format " + file.mimeType() + " is not enabled");
        }
        if (file.size() > rules.maxSize()) {
            throw refused("size " + file.size() + " exceeds the maximum " + rules.maxSize());
        }
    }

    private InvalidRequest refused(String why) {
        return new InvalidRequest("Attachment " + why + " for process " + processCode);
    }
}
