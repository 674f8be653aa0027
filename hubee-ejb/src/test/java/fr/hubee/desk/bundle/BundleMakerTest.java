package fr.hubee.desk.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.bundle.Bundle.BundleClaim;
import fr.hubee.desk.bundle.BundleMaker.BundleRequester;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.encryption.TestKeys;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.FileBlobStore;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.RecordedWork;
import fr.hubee.kernel.trace.Requester;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class BundleMakerTest {
    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();
    private final BundleMaker maker = new BundleMaker();

    /** The waiting bundle; null for none. */
    private BundleClaim taken = new BundleClaim(UuidV7.next(), 1, Optional.empty(), List.of());

    /** Failure of the next reading of files; null for none. */
    private IOException failure;

    @BeforeEach
    void open() {
        maker.blobs = new FileBlobStore(folder);
        maker.keys = TestKeys.off();
        maker.clock = Clock.systemUTC();
        maker.bundles = new OneClaim();
        maker.zip = new FailingZip();
        maker.work = new OwnWork();
    }

    @Test
    void whileTheStoreIsAwayNobodyIsInformedThatTheZipHasFailed() {
        failure = new StoreAway("gone", null);

        assertTrue(maker.makeNext(BundleRequester.NOBODY));

        assertEquals(List.of(), failures);
    }

    @Test
    void aStoreThatTakesNoMoreMakesItFail() {
        failure = new IOException("No space left on device");

        assertTrue(maker.makeNext(BundleRequester.NOBODY));

        assertEquals(1, failures.size());
    }

    @Test
    void aZipIsRecordedWithTheRequestThatAskedForItAndWithNoOther() {
        failure = new IOException("No space left on device");
        var requester = new Requester("a-request", SpanContext.getInvalid());
        try (var heard = RecordedWork.always()) {
            maker.work = heard.work();

            maker.makeNext(new BundleRequester(taken.id(), requester));
            maker.makeNext(new BundleRequester(UuidV7.next(), requester));

            assertEquals(List.of("zip", "zip"), heard.names());
            assertEquals(StatusData.error(), heard.spans().get(0).getStatus());
            var first = RecordedWork.attributes(heard.spans().get(0));
            assertEquals(Set.of("hubee.begun_by", "hubee.cases", "hubee.request_id"), first.keySet());
            assertEquals("a-request", first.get("hubee.begun_by"));
            var second = RecordedWork.attributes(heard.spans().get(1));
            assertEquals(Set.of("hubee.cases", "hubee.request_id"), second.keySet());
            assertNotEquals(first.get("hubee.request_id"), second.get("hubee.request_id"));
        }
    }

    @Test
    void whereThereIsNoneToMakeNothingIsRecorded() {
        taken = null;
        try (var heard = RecordedWork.always()) {
            maker.work = heard.work();

            assertFalse(maker.makeNext(BundleRequester.NOBODY));

            assertEquals(List.of(), heard.names());
        }
    }

    private final class OneClaim extends BundleRepository {
        @Override
        Optional<BundleClaim> claim() {
            return Optional.ofNullable(taken);
        }

        @Override
        boolean written(BundleClaim claim, BlobKey draft) {
            return true;
        }

        @Override
        boolean failed(BundleClaim claim, String why) {
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
