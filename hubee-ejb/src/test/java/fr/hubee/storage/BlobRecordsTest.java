package fr.hubee.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.shared.Transactions;
import fr.hubee.storage.filesystem.FileBlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class BlobRecordsTest {
    @TempDir
    Path folder;

    private final BlobRecords records = new BlobRecords();

    @BeforeEach
    void open() {
        records.blobs = new FileBlobStore(folder);
        records.transactions = new Transactions();
    }

    @Test
    void whatNoRowNamesIsDeletedAtOnce() throws Exception {
        var kept = kept();

        assertFalse(records.write(kept, () -> false));
        assertEquals(List.of(), stored());

        var refused = kept();
        assertThrows(
                IllegalStateException.class,
                () -> records.write(refused, () -> {
                    throw new IllegalStateException("refused");
                }));
        assertEquals(List.of(), stored());
    }

    @Test
    void whatARowNamesStays() throws Exception {
        var kept = kept();

        assertTrue(records.write(kept, () -> true));

        assertEquals(kept, stored());
    }

    @Test
    void whatARowMayNameStaysWhenTheAnswerToTheCommitIsLost() throws Exception {
        var kept = kept();
        records.transactions = new LostAnswer();

        assertThrows(IllegalStateException.class, () -> records.write(kept, () -> true));

        assertEquals(kept, stored());
    }

    private static final class LostAnswer extends Transactions {
        @Override
        public <T, X extends Exception> T call(Work<T, X> work) throws X {
            work.run();
            throw new IllegalStateException("the connection is cut");
        }
    }

    private List<BlobKey> kept() throws IOException {
        try (var draft = records.blobs.draft()) {
            draft.target().write(new byte[] {1});
            return List.of(draft.keep().key());
        }
    }

    private List<BlobKey> stored() throws IOException {
        var keys = new ArrayList<BlobKey>();
        records.blobs.eachKeyBefore(Instant.MAX, keys::add);
        return keys;
    }
}
