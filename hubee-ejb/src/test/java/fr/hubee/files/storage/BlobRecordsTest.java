package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.database.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobRecordsTest {
    @TempDir
    Path folder;

    private BlobStore store;
    private BlobRecords records;

    @BeforeEach
    void open() {
        store = new FileBlobStore(folder);
        records = new BlobRecords(new Transactions(), store);
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
        records = new BlobRecords(new LostAnswer(), store);

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
        try (var draft = store.draft(Optional.empty())) {
            draft.target().write(new byte[] {1});
            return List.of(draft.keep().key());
        }
    }

    private List<BlobKey> stored() throws IOException {
        var keys = new ArrayList<BlobKey>();
        store.eachKeyBefore(Instant.MAX, keys::add);
        return keys;
    }
}
