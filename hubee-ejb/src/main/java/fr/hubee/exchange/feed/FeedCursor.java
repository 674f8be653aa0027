package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.LiveFeed.Head;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.Gone;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cursors that callers get: a position and a mark of the epoch, signed, and encrypted with the signature as initialization vector, by keys
 * that are derived from {@code HUBEE_KEY}, so that all nodes read them and nobody else learns how many events the hub has. Without that key
 * the epoch takes its place.
 */
@Dependent
class FeedCursor {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "feed-cursor";
    private static final String ENCRYPTION = "feed-cursor-encryption";
    private static final int MARK = 8;
    private static final int HALF = Long.BYTES + MARK;

    private final EncryptionSettings settings;

    @Inject
    FeedCursor(EncryptionSettings settings) {
        this.settings = settings;
    }

    String text(long position, UUID epoch) {
        var plain = ByteBuffer.allocate(HALF).putLong(position).put(mark(epoch)).array();
        var signature = signature(plain, epoch);
        var sealed = ByteBuffer.allocate(2 * HALF).put(signature).put(encrypted(plain, signature, epoch));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /**
     * Returns the position of a cursor.
     *
     * @throws InvalidRequest when the hub has not made it
     * @throws Gone when events that follow it may be missing
     */
    long position(String text, Head head) {
        var plain = opened(bytes(text), head.epoch());
        long position = ByteBuffer.wrap(plain).getLong();
        boolean sameEpoch = Arrays.equals(plain, Long.BYTES, HALF, mark(head.epoch()), 0, MARK);
        if (!sameEpoch || position < head.dropped() || position > head.position()) {
            throw new Gone(
                    "Events after this cursor may be missing: begin without one, and read the notifications that are left");
        }
        return position;
    }

    private byte[] opened(byte[] cursor, UUID epoch) {
        if (cursor.length == 2 * HALF) {
            var first = Arrays.copyOf(cursor, HALF);
            var second = Arrays.copyOfRange(cursor, HALF, 2 * HALF);
            var plain = encrypted(second, first, epoch);
            if (MessageDigest.isEqual(first, signature(plain, epoch))) {
                return plain;
            }
            if (MessageDigest.isEqual(second, signature(first, epoch))) { // of the time when they were only signed
                return first;
            }
        }
        throw new InvalidRequest("Cursor is not valid: begin without one");
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException invalid) {
            return new byte[0];
        }
    }

    /** Returns a part of the digest: the epoch itself may be a key. */
    private static byte[] mark(UUID epoch) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes(epoch)), MARK);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] signature(byte[] plain, UUID epoch) {
        return Arrays.copyOf(mac(epoch, PURPOSE.getBytes(StandardCharsets.UTF_8), plain), HALF);
    }

    /** Encrypts, and decrypts what it has encrypted. */
    private byte[] encrypted(byte[] text, byte[] signature, UUID epoch) {
        try {
            var key = mac(epoch, ENCRYPTION.getBytes(StandardCharsets.UTF_8));
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(signature));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] mac(UUID epoch, byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(settings.key().orElseGet(() -> keyOf(epoch)));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey keyOf(UUID epoch) {
        return new SecretKeySpec(bytes(epoch), ALGORITHM);
    }

    private static byte[] bytes(UUID epoch) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(epoch.getMostSignificantBits())
                .putLong(epoch.getLeastSignificantBits())
                .array();
    }
}
