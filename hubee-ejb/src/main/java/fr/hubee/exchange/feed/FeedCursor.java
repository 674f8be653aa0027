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
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cursors that callers get: a position, a mark of the epoch, and a signature by a key that is derived from {@code HUBEE_KEY}, so that all
 * nodes read them. Without that key the epoch takes its place.
 */
@Dependent
class FeedCursor {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "feed-cursor";
    private static final int MARK = 8;
    private static final int SIGNATURE = 16;
    private static final int LENGTH = Long.BYTES + MARK + SIGNATURE;

    private final EncryptionSettings settings;

    @Inject
    FeedCursor(EncryptionSettings settings) {
        this.settings = settings;
    }

    String text(long position, UUID epoch) {
        var signed = ByteBuffer.allocate(LENGTH).putLong(position).put(mark(epoch));
        signed.put(signature(signed.array(), epoch));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /**
     * Returns the position of a cursor.
     *
     * @throws InvalidRequest when the hub has not made it
     * @throws Gone when events that follow it may be missing
     */
    long position(String text, Head head) {
        var bytes = bytes(text);
        if (bytes.length != LENGTH
                || !MessageDigest.isEqual(
                        Arrays.copyOfRange(bytes, LENGTH - SIGNATURE, LENGTH), signature(bytes, head.epoch()))) {
            throw new InvalidRequest("Cursor is not valid: begin without one");
        }
        long position = ByteBuffer.wrap(bytes).getLong();
        boolean sameEpoch = Arrays.equals(bytes, Long.BYTES, Long.BYTES + MARK, mark(head.epoch()), 0, MARK);
        if (!sameEpoch || position < head.dropped() || position > head.position()) {
            throw new Gone(
                    "Events after this cursor may be missing: begin without one, and read the notifications that are left");
        }
        return position;
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

    private byte[] signature(byte[] cursor, UUID epoch) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(settings.key().orElseGet(() -> keyOf(epoch)));
            mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            mac.update(cursor, 0, LENGTH - SIGNATURE);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
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
