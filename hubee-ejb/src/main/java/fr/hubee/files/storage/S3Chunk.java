package fr.hubee.files.storage;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/** Bytes that are sent in one call, with their MD5. */
final class S3Chunk {
    static final String TYPE = "application/octet-stream";

    private final byte[] bytes;
    private final int length;
    private final byte[] md5;

    S3Chunk(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        this.md5 = DigestUtils.digest(DigestUtils.getMd5Digest(), ByteBuffer.wrap(bytes, 0, length));
    }

    int length() {
        return length;
    }

    String md5() {
        return Base64.getEncoder().encodeToString(md5);
    }

    RequestBody body() {
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromInputStreamSupplier(() -> new ByteArrayInputStream(bytes, 0, length)),
                length,
                TYPE);
    }

    /** Whether the tag of the stored bytes is their MD5; that of a store that encrypts with a key of its own is not. */
    boolean isTagged(String tag) {
        return tag != null
                && tag.replace("\"", "").equalsIgnoreCase(HexFormat.of().formatHex(md5));
    }
}
