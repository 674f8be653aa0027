package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.files.storage.S3BlobStore.DraftMemory;
import fr.hubee.files.storage.S3BlobStore.S3BlobDraft;
import fr.hubee.kernel.database.StoreAway;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftMemoryTest {
    private static final int KB = 1024;

    private final DraftMemory memory = new DraftMemory(100 * KB);

    @Test
    void whoComesWhenOthersHaveTakenItIsSentAwayAndTakesNothing() throws Exception {
        memory.take(90 * KB);

        assertThrows(StoreAway.class, () -> memory.take(20 * KB));

        assertEquals(90 * KB, memory.taken());
        memory.take(10 * KB);
    }

    @Test
    void aDraftTakesWhatItNeedsAndGivesAllBackOnce() throws Exception {
        var draft = draft();
        draft.target().write(new byte[60 * KB]);
        assertEquals(64 * KB, memory.taken());

        draft.close();
        draft.close();

        assertEquals(0, memory.taken());
    }

    @Test
    void aDraftThatWasSentAwayGivesBackWhatItHad() throws Exception {
        var draft = draft();
        draft.target().write(new byte[60 * KB]);

        assertThrows(IOException.class, () -> draft.target().write(new byte[60 * KB]));
        draft.close();

        assertEquals(0, memory.taken());
    }

    private S3BlobDraft draft() {
        return new S3BlobDraft(BlobKey.fresh("s3"), Optional.empty(), "name", null, memory);
    }
}
