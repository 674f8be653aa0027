package fr.hubee.folder;

import fr.hubee.folder.status.Party;
import fr.hubee.process.AttachmentRules;
import fr.hubee.shared.InvalidRequest;
import java.util.List;

/** What a démarche lets each party attach (specification §4.4: RC004, RC002). */
final class AttachmentPolicy {
    private final String processCode;
    private final AttachmentRules rules;

    AttachmentPolicy(String processCode, AttachmentRules rules) {
        this.processCode = processCode;
        this.rules = rules;
    }

    /** A file of a folder: its media type, its functional type and its size. */
    void checkFolderFile(NewAttachment file) {
        check(file, rules.formats());
        if (!rules.types().contains(file.type())) {
            throw refused("type " + file.type() + " is not enabled");
        }
    }

    /** A file of an event: its media type, by who sends it, and its size. */
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
