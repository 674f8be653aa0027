package fr.hubee.it;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the code that an authenticator application shows (RFC 6238). */
public final class OneTimeCode {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimeCode() {}

    /** @param shown the secret as a page shows it, in base 32 */
    public static String ofShown(String shown) throws GeneralSecurityException {
        var bits = BigInteger.ONE; // keeps the zeros in front
        for (char letter : shown.replace(" ", "").toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        var bytes = bits.shiftRight((bits.bitLength() - 1) % 8).toByteArray();
        return now(Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    public static String now(String secret) throws GeneralSecurityException {
        return now(secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static String now(byte[] secret) throws GeneralSecurityException {
        var sha1 = Mac.getInstance("HmacSHA1");
        sha1.init(new SecretKeySpec(secret, "HmacSHA1"));
        var step = ByteBuffer.allocate(Long.BYTES).putLong(Instant.now().getEpochSecond() / 30);
        var hash = ByteBuffer.wrap(sha1.doFinal(step.array()));
        int offset = hash.get(hash.capacity() - 1) & 0xf;
        return String.format("%06d", (hash.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
    }
}
