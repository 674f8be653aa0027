package fr.hubee.people.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of RFC 6238, with the parameters of common applications: HMAC-SHA-1, six digits, thirty seconds. */
final class TotpCodes {
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "HubEE";
    private static final int SECRET_BYTES = 20;

    /** Clocks of telephones may differ by some seconds. */
    private static final int SKEW = 1;

    private TotpCodes() {}

    static byte[] freshSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The secret for manual input into the application (RFC 4648 §6, without padding). */
    static String base32(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "");
    }

    /** The time step of the code; empty when it is wrong, or not later than the last accepted one. */
    static OptionalLong stepOf(String code, byte[] secret, long lastStep, Instant now) {
        long current = stepAt(now);
        for (long step = current - SKEW; step <= current + SKEW; step++) {
            if (step > lastStep && same(code, codeAt(secret, step))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static long stepAt(Instant now) {
        return now.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
    }

    static String codeAt(byte[] secret, long step) {
        var key = new SecretKeySpec(secret, GENERATOR.getAlgorithm());
        var time = Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
        try {
            return SixDigits.text(GENERATOR.generateOneTimePassword(key, time));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static String uri(String login, String base32) {
        return "otpauth://totp/" + ISSUER + ":" + encoded(login) + "?secret=" + base32 + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
