package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.files.storage.StoredFile;
import java.util.List;
import java.util.UUID;

/** All files of a case that can be read, to be delivered together. */
public record CaseBundle(UUID caseId, String externalId, List<StoredFile> files) {

    /** Returns those of these attachments that the bundle contains with the same bytes. */
    List<Attachment> heldAmong(List<Attachment> received) {
        return received.stream()
                .filter(file -> file.stored().filter(files::contains).isPresent())
                .toList();
    }
}
