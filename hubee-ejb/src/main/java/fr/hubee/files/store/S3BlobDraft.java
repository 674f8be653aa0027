package fr.hubee.files.store;

import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StreamedDraft;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.kernel.shared.StoreAway;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Bytes wait in memory until they fill a part, which is then uploaded; what never fills one is a single object. */
class S3BlobDraft extends StreamedDraft {
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
        } catch (AlteredBytes others) {
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
