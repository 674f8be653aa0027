package fr.hubee.folder;

import java.util.Collection;
import java.util.List;

/** Files as the journal keeps them for receipts: of each that was received, its identifier and its SHA-256, with a colon between. */
final class SentFiles {
    private SentFiles() {}

    static List<String> of(Collection<Attachment> files) {
        return files.stream()
                .filter(file -> file.sha256() != null)
                .map(file -> file.id() + ":" + file.sha256())
                .toList();
    }
}
