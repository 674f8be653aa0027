package fr.hubee.files.storage;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
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
        this.md5 = md5(bytes, length);
    }

    private static byte[] md5(byte[] bytes, int length) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(bytes, 0, length);
            return md5.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
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
