package fr.hubee.lifetime.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.FileBlobStore;
import fr.hubee.kernel.database.StoreAway;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class PurgeServiceTest {
    @TempDir
    Path folder;

    private final PurgeService purges = new PurgeService();
    private final Map<UUID, BlobKey> files = new LinkedHashMap<>();
    private final List<UUID> ids = new ArrayList<>();

    private void threeFiles() {
        for (var number : List.of("1", "2", "3")) {
            var id = UUID.randomUUID();
            ids.add(id);
            files.put(id, new BlobKey("fs-" + number.repeat(32)));
        }
    }

    @Test
    void aStoreThatIsAwayIsAskedOnceNotForEachFile() {
        threeFiles();
        var store = new Failing(new StoreAway("It is away", null));

        purges.blobs = store;
        var failed = purges.deleteBytes(files);

        assertEquals(Set.copyOf(ids), failed.keySet());
        assertEquals(1, store.asked);
    }

    @Test
    void aFileThatCannotBeDeletedStopsNoOther() {
        threeFiles();
        var store = new Failing(new IOException("It is kept"));

        purges.blobs = store;
        var failed = purges.deleteBytes(files);

        assertEquals(Set.of(ids.get(0)), failed.keySet());
        assertEquals(3, store.asked);
    }

    /** The first deletion fails. */
    private final class Failing extends FileBlobStore {
        private final IOException first;
        private int asked;

        Failing(IOException first) {
            super(folder);
            this.first = first;
        }

        @Override
        public void delete(BlobKey key) throws IOException {
            if (asked++ == 0) {
                throw first;
            }
            super.delete(key);
        }
    }
}
