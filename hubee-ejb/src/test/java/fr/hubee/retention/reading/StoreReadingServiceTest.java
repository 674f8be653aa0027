package fr.hubee.retention.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.antivirus.Antivirus;
import fr.hubee.antivirus.AntivirusSettings;
import fr.hubee.shared.OutageLog;
import fr.hubee.shared.UuidV7;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.FileDamage;
import fr.hubee.storage.filesystem.FileBlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class StoreReadingServiceTest {
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path folder;

    private final StoreReadingService service = new StoreReadingService();
    private Map<UUID, FileDamage> damaged;

    @Test
    void aFileIsDamagedWhenASecondReadingSaysSoToo() throws Exception {
        assertEquals(Map.of(), damageAfterLies(1));
        assertEquals(List.of(FileDamage.CHANGED), List.copyOf(damageAfterLies(2).values()));
    }

    private Map<UUID, FileDamage> damageAfterLies(int lies) throws IOException {
        var store = new Lying(folder, lies);
        service.blobs = store;
        service.antivirus = new Antivirus(new AntivirusSettings(Optional.empty(), 1), new OutageLog());
        service.progress = new Noted();
        try (var draft = store.draft()) {
            draft.target().write(BYTES);
            var kept = draft.keep();
            service.read(List.of(new ReadableFile(UuidV7.next(), kept.key().value(), kept.size(), kept.sha256())));
        }
        return damaged;
    }

    private final class Noted extends StoreReadingProgress {
        @Override
        List<DamagedFile> read(List<ReadableFile> files, Map<UUID, FileDamage> found) {
            damaged = Map.copyOf(found);
            return List.of();
        }
    }

    /** Gives other bytes than it has, as often as a test says. */
    private static final class Lying extends FileBlobStore {
        private int lies;

        Lying(Path folder, int lies) {
            super(folder);
            this.lies = lies;
        }

        @Override
        public void copy(BlobKey key, long from, long length, OutputStream target) throws IOException {
            if (lies > 0) {
                lies--;
                target.write(new byte[(int) length]);
            } else {
                super.copy(key, from, length, target);
            }
        }
    }
}
