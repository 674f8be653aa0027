package fr.hubee.files.store;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.storage.BlobDraft;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.S3Settings;
import fr.hubee.files.storage.StoredBlob;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
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
        this(settings, bucket, prefix, S3Patience.USUAL);
    }

    S3BlobStore(S3Settings settings, String bucket, String prefix, S3Patience patience) {
        this.objects = new S3Objects(settings, bucket, patience);
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
            } catch (IOException stuck) {
                failure = stuck;
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
}
