package fr.hubee.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an application on a telephone shows (RFC 6238). */
public final class OneTimeCode {

    private OneTimeCode() {}

    public static String now(String secret) throws GeneralSecurityException {
        var sha1 = Mac.getInstance("HmacSHA1");
        sha1.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        var step = ByteBuffer.allocate(Long.BYTES).putLong(Instant.now().getEpochSecond() / 30);
        var hash = ByteBuffer.wrap(sha1.doFinal(step.array()));
        int offset = hash.get(hash.capacity() - 1) & 0xf;
        return String.format("%06d", (hash.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
    }
}
