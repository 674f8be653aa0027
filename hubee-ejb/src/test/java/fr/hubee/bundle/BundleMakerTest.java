package fr.hubee.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.casework.CaseBundle;
import fr.hubee.shared.StoreAway;
import fr.hubee.shared.UuidV7;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.filesystem.FileBlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class BundleMakerTest {
    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();
    private final BundleMaker maker = new BundleMaker();

    /** What the reading of the files meets. */
    private IOException failure;

    @BeforeEach
    void open() {
        maker.blobs = new FileBlobStore(folder);
        maker.clock = Clock.systemUTC();
        maker.progress = new OneClaim();
        maker.zip = new FailingZip();
    }

    @Test
    void whileTheStoreIsAwayNobodyIsToldThatTheZipHasFailed() {
        failure = new StoreAway("gone", null);

        assertTrue(maker.makeNext());

        assertEquals(List.of(), failures);
    }

    @Test
    void aStoreThatTakesNoMoreMakesItFail() {
        failure = new IOException("No space left on device");

        assertTrue(maker.makeNext());

        assertEquals(1, failures.size());
    }

    private final class OneClaim extends BundleProgress {
        @Override
        Optional<TakenBundle> claim() {
            return Optional.of(new TakenBundle(UuidV7.next(), 1, Optional.empty(), List.of()));
        }

        @Override
        boolean written(TakenBundle claim, BlobKey draft) {
            return true;
        }

        @Override
        boolean failed(TakenBundle claim, String why) {
            return failures.add(why);
        }
    }

    private final class FailingZip extends CaseZip {
        @Override
        void write(List<CaseBundle> cases, OutputStream target, Meter meter) throws IOException {
            throw failure;
        }
    }
}
