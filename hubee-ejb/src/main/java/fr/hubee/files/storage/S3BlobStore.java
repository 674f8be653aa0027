package fr.hubee.files.storage;

import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.storage.S3Settings.Timeouts;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.shared.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * One object per blob, named after its key, under a prefix of the bucket. A draft that outgrows its memory is a
 * multipart upload.
 */
public class S3BlobStore implements BlobStore, Closeable {
    private static final String BACKEND = BlobPlace.Bucket.BACKEND;

    private final S3Objects objects;
    private final String prefix;
    private final DraftMemory memory = DraftMemory.ofThisServer();

    /** @param prefix of the names, empty or with a slash at its end */
    public S3BlobStore(S3Settings settings, String bucket, String prefix) {
        this(settings, bucket, prefix, Timeouts.USUAL);
    }

    S3BlobStore(S3Settings settings, String bucket, String prefix, Timeouts timeouts) {
        this.objects = new S3Objects(settings, bucket, timeouts);
        this.prefix = prefix;
    }

    @Override
    public BlobDraft draft(Optional<DataKey> dataKey) {
        var key = BlobKey.fresh(BACKEND, dataKey);
        return new S3BlobDraft(key, dataKey, name(key), objects, memory);
    }

    private String name(BlobKey key) {
        return prefix + key.value();
    }

    @Override
    public void ask() throws IOException {
        try {
            objects.head(prefix + "is-there");
        } catch (NoSuchFileException gone) {
            // it answers
        }
    }

    @Override
    public String stamp(BlobKey key) throws IOException {
        var head = objects.head(name(key));
        return head.eTag() + " " + head.lastModified() + " " + head.contentLength();
    }

    @Override
    public void copy(StoredBlob blob, long from, long length, OutputStream target) throws IOException {
        var key = blob.key();
        if (length == 0) {
            objects.head(name(key));
            return;
        }
        new S3Copy(objects, name(key), from, length, target).run();
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        objects.delete(name(key));
    }

    @Override
    public void discard(BlobKey key) throws IOException {
        for (var upload : objects.unfinished(name(key))) {
            objects.abort(upload.key(), upload.uploadId());
        }
        delete(key);
    }

    @Override
    public void sweepDrafts(Instant before) throws IOException {
        IOException failure = null;
        for (MultipartUpload upload : objects.unfinished(prefix + BACKEND + "-")) {
            try {
                if (upload.initiated().isBefore(before)) {
                    objects.abort(upload.key(), upload.uploadId());
                }
            } catch (IOException refused) {
                failure = refused;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException {
        objects.eachBefore(prefix + BACKEND + "-", date, name -> {
            var key = name.substring(prefix.length());
            if (BlobKey.isOne(key)) { // other objects are not ours
                visitor.accept(new BlobKey(key));
            }
        });
    }

    @Override
    public void close() {
        objects.close();
    }

    /** Bytes wait in memory until they fill a part, which is then uploaded; what never fills one is a single object. */
    static class S3BlobDraft extends BlobDraft {
        /** S3 accepts no smaller part but the last. */
        static final int PART = 5 * 1024 * 1024;

        private static final int FIRST = 64 * 1024;

        private final String name;
        private final S3Objects objects;
        private final DraftMemory memory;
        private final List<CompletedPart> parts = new ArrayList<>();
        private byte[] waiting = {};
        private int count;
        private String upload;
        private boolean kept;

        /** Whether the tag that the store returned for a part is unexpected. The store may only compute tags in its own way. */
        private boolean doubtful;

        S3BlobDraft(BlobKey key, Optional<DataKey> dataKey, String name, S3Objects objects, DraftMemory memory) {
            super(key, dataKey);
            this.name = name;
            this.objects = objects;
            this.memory = memory;
        }

        @Override
        protected void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (count == PART) {
                    uploadPart();
                }
                int some = Math.min(left, PART - count);
                makeRoom(count + some);
                System.arraycopy(bytes, from, waiting, count, some);
                count += some;
                from += some;
                left -= some;
            }
        }

        private void makeRoom(int wanted) throws IOException {
            if (wanted > waiting.length) {
                int length = Math.min(PART, Math.max(FIRST, Integer.highestOneBit(wanted - 1) << 1));
                memory.take(length - waiting.length);
                waiting = Arrays.copyOf(waiting, length);
            }
        }

        private void uploadPart() throws IOException {
            if (upload == null) {
                upload = objects.begin(name);
            }
            var chunk = new S3Chunk(waiting, count);
            var part = objects.part(name, upload, parts.size() + 1, chunk);
            doubtful |= !chunk.isTagged(part.eTag());
            parts.add(part);
            count = 0;
        }

        @Override
        protected void makeDurable() throws IOException {
            if (upload == null) {
                var chunk = new S3Chunk(waiting, count);
                doubtful = !chunk.isTagged(objects.put(name, chunk));
                objects.requireKept(name, stored());
            } else {
                uploadPart();
                objects.complete(name, upload, parts, stored());
            }
            if (doubtful) {
                requireSameBytes();
            }
            kept = true;
        }

        private void requireSameBytes() throws IOException {
            if (!hasSameBytes()) {
                objects.delete(name);
                throw new StoreAway("The S3 store has other bytes than it was sent: " + name, null);
            }
        }

        private boolean hasSameBytes() throws IOException {
            var digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.fresh());
            try {
                if (stored() > 0) {
                    new S3Copy(objects, name, 0, stored(), reading(digest)).run();
                }
            } catch (AlteredBytes failure) {
                return false;
            }
            return Sha256.text(digest.getMessageDigest()).equals(sha256());
        }

        @Override
        public void close() throws IOException {
            memory.giveBack(waiting.length);
            waiting = new byte[0];
            if (upload != null && !kept) {
                objects.abort(name, upload);
            }
        }
    }

    /**
     * The memory of all drafts together: each waits there until a part is full, however slow its sender, and many slow
     * senders must not fill the heap.
     */
    static class DraftMemory {
        private final long most;
        private final AtomicLong taken = new AtomicLong();

        DraftMemory(long most) {
            this.most = most;
        }

        /** A quarter of the heap. */
        static DraftMemory ofThisServer() {
            return new DraftMemory(Runtime.getRuntime().maxMemory() / 4);
        }

        /** @throws StoreAway when others have taken it: the sender may try again */
        void take(long bytes) throws StoreAway {
            if (taken.addAndGet(bytes) > most) {
                giveBack(bytes);
                throw new StoreAway("Too many files are being received at once", null);
            }
        }

        void giveBack(long bytes) {
            taken.addAndGet(-bytes);
        }

        long taken() {
            return taken.get();
        }
    }
}
