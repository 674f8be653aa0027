package fr.hubee.desk.bundle;

import fr.hubee.desk.bundle.Bundle.BundleClaim;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobDraft;
import fr.hubee.files.storage.BlobRecords;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.DamagedBlob;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.kernel.trace.WorkSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Makes bundles one at a time, writing directly to the store. */
@ApplicationScoped
class BundleMaker {
    private static final String STORE_REFUSES = Words.text("desk.bundle.notStored");

    private static final String DAMAGED = Words.text("desk.bundle.damaged");

    private static final System.Logger LOG = System.getLogger(BundleMaker.class.getName());

    @Inject
    BundleRepository bundles;

    @Inject
    CaseZip zip;

    @Inject
    BlobStore blobs;

    @Inject
    DataKeyStore keys;

    @Inject
    BlobRecords records;

    @Inject
    OwnWork work;

    @Inject
    Clock clock;

    /** @return whether there was one to make */
    boolean makeNext(BundleRequester requester) {
        var claim = bundles.claim();
        claim.ifPresent(taken -> {
            try (var zip = work.round("zip", requester.of(taken))) {
                make(taken, zip.with("hubee.cases", taken.cases().size()));
            }
        });
        return claim.isPresent();
    }

    private void make(BundleClaim claim, WorkSpan span) {
        try {
            write(claim);
        } catch (BundleLost | ClosedByInterruptException gone) { // cancelled, taken over, or the server is stopping
            LOG.log(Level.INFO, "Bundle {0} is not gone on with: {1}", claim.id(), gone.toString());
        } catch (StoreAway gone) { // made again when it has been silent for long
            span.failed();
            LOG.log(Level.WARNING, "Bundle {0} waits for the store: {1}", claim.id(), gone.getMessage());
        } catch (DamagedBlob failure) {
            LOG.log(Level.WARNING, "Bundle {0} could not be made: {1}", claim.id(), failure.getMessage());
            fail(claim, span, DAMAGED);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "Bundle {0} could not be made: {1}", claim.id(), failure.toString());
            fail(claim, span, STORE_REFUSES);
        }
    }

    private void fail(BundleClaim claim, WorkSpan span, String why) {
        span.failed();
        bundles.failed(claim, why);
    }

    private void write(BundleClaim claim) throws IOException {
        if (claim.left().isPresent()) {
            blobs.discard(claim.left().get());
        }
        try (var draft = blobs.draft(keys.of(claim.id()))) {
            if (!bundles.written(claim, draft.key())) {
                throw new BundleLost();
            }
            zip.write(claim.cases(), draft.target(), new Heartbeat(clock, bytes -> bundles.heard(claim, bytes)));
            keep(claim, draft);
        }
    }

    private void keep(BundleClaim claim, BlobDraft draft) throws IOException {
        var made = draft.keep();
        records.write(List.of(made.key()), () -> bundles.ready(claim, made));
    }

    /** Reports every few seconds how much has been read, and stops the work when the bundle is no longer wanted. */
    static final class Heartbeat implements CaseZip.Meter {
        static final Duration PAUSE = Duration.ofSeconds(2);

        private final Clock clock;
        private final LongPredicate heard;
        private Instant next;
        private long read;

        /** @param heard receives the number of bytes read so far; returns whether to continue */
        Heartbeat(Clock clock, LongPredicate heard) {
            this.clock = clock;
            this.heard = heard;
            this.next = clock.instant().plus(PAUSE);
        }

        @Override
        public void read(int bytes) throws BundleLost {
            read += bytes;
            var now = clock.instant();
            if (now.isBefore(next)) {
                return;
            }
            next = now.plus(PAUSE);
            if (!heard.test(read)) {
                throw new BundleLost();
            }
        }
    }

    /** The maker must stop: the bundle was cancelled, one of its files was purged, or another maker has taken it over. */
    static class BundleLost extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The request that asked for a bundle; others may be made first.
     *
     * @param bundle null for none
     */
    record BundleRequester(UUID bundle, Requester requester) {
        static final BundleRequester NOBODY = new BundleRequester(null, Requester.NOBODY);

        /** Returns the requester of the claimed bundle, if this one is meant. */
        Requester of(BundleClaim claim) {
            return claim.id().equals(bundle) ? requester : Requester.NOBODY;
        }
    }
}
