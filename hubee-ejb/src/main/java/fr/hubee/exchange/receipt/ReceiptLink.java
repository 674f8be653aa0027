package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The short form of a receipt, for a QR code: its entry, its object, and a signature, so that nobody can guess that of another receipt. It
 * stays valid after a change of key, as long as the former one is published.
 */
record ReceiptLink(UUID entry, UUID about) {
    /** Prefix that no signature of another kind has. */
    private static final byte[] KIND = "hubee-receipt-link\n".getBytes(StandardCharsets.US_ASCII);

    private static final int NAMES = 4 * Long.BYTES;
    private static final int SIGNATURE = 64;

    String sign(SealKey key) {
        var signature = key.sign(signed());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NAMES + SIGNATURE)
                        .put(names())
                        .put(signature)
                        .array());
    }

    /** Empty unless one of the keys has signed it. */
    static Optional<ReceiptLink> verify(String text, Collection<PublicKey> keys) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != NAMES + SIGNATURE) {
                return Optional.empty();
            }
            var link = new ReceiptLink(
                    new UUID(bytes.getLong(), bytes.getLong()), new UUID(bytes.getLong(), bytes.getLong()));
            var signature = new byte[SIGNATURE];
            bytes.get(signature);
            return keys.stream().anyMatch(key -> isSigned(link, signature, key)) ? Optional.of(link) : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(ReceiptLink link, byte[] signature, PublicKey key) {
        try {
            return SignedClaims.isSigned(link.signed(), signature, key);
        } catch (GeneralSecurityException invalid) {
            return false;
        }
    }

    private byte[] signed() {
        return ByteBuffer.allocate(KIND.length + NAMES).put(KIND).put(names()).array();
    }

    private byte[] names() {
        return ByteBuffer.allocate(NAMES)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .putLong(about.getMostSignificantBits())
                .putLong(about.getLeastSignificantBits())
                .array();
    }
}
