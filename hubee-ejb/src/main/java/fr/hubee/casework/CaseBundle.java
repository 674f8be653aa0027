package fr.hubee.casework;

import fr.hubee.folder.Attachment;
import fr.hubee.storage.StoredFile;
import java.util.List;
import java.util.UUID;

/** All that can be read of a case's files, to be handed out together. */
public record CaseBundle(UUID caseId, String externalId, List<StoredFile> files) {

    /** Those of these attachments whose bytes, the very same, are in it. */
    List<Attachment> heldAmong(List<Attachment> received) {
        return received.stream()
                .filter(file -> file.stored().filter(files::contains).isPresent())
                .toList();
    }
}
