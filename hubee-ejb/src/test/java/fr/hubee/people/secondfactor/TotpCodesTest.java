package fr.hubee.people.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpCodesTest {
    /** RFC 6238, appendix B. */
    static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    static final Instant NOW = Instant.ofEpochSecond(1111111109);
    static final long STEP = TotpCodes.stepAt(NOW);

    static OptionalLong stepOf(String code, long lastStep) {
        return TotpCodes.stepOf(code, SECRET, lastStep, NOW);
    }

    @Test
    void theCodesAreThoseOfTheStandard() {
        assertEquals("287082", TotpCodes.codeAt(SECRET, TotpCodes.stepAt(Instant.ofEpochSecond(59))));
        assertEquals("081804", TotpCodes.codeAt(SECRET, STEP));
        assertEquals("353130", TotpCodes.codeAt(SECRET, TotpCodes.stepAt(Instant.ofEpochSecond(20000000000L))));
    }

    @Test
    void aTelephoneMayBeOneStepEarlyOrLate() {
        for (long step = STEP - 1; step <= STEP + 1; step++) {
            assertEquals(OptionalLong.of(step), stepOf(TotpCodes.codeAt(SECRET, step), 0));
        }
        assertEquals(OptionalLong.empty(), stepOf(TotpCodes.codeAt(SECRET, STEP - 2), 0));
        assertEquals(OptionalLong.empty(), stepOf(TotpCodes.codeAt(SECRET, STEP + 2), 0));
    }

    @Test
    void aCodeIsAcceptedOnceAndNoneBeforeIt() {
        assertEquals(OptionalLong.empty(), stepOf(TotpCodes.codeAt(SECRET, STEP), STEP));
        assertEquals(OptionalLong.empty(), stepOf(TotpCodes.codeAt(SECRET, STEP - 1), STEP));
        assertEquals(OptionalLong.of(STEP + 1), stepOf(TotpCodes.codeAt(SECRET, STEP + 1), STEP));
    }

    @Test
    void somethingElseIsWrong() {
        assertEquals(OptionalLong.empty(), stepOf("000000", 0));
        assertEquals(OptionalLong.empty(), stepOf(" ", 0));
    }

    @Test
    void secretsAreOf160BitsAndNeverTheSame() {
        assertEquals(20, TotpCodes.freshSecret().length);
        assertNotEquals(TotpCodes.base32(TotpCodes.freshSecret()), TotpCodes.base32(TotpCodes.freshSecret()));
    }

    /** The examples of RFC 4648, section 10, without padding. */
    @Test
    void theSecretIsTypedInBase32() {
        assertEquals("", base32(""));
        assertEquals("MY", base32("f"));
        assertEquals("MZXQ", base32("fo"));
        assertEquals("MZXW6", base32("foo"));
        assertEquals("MZXW6YQ", base32("foob"));
        assertEquals("MZXW6YTB", base32("fooba"));
        assertEquals("MZXW6YTBOI", base32("foobar"));
    }

    static String base32(String text) {
        return TotpCodes.base32(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theQrCodeNamesThePortalAndTheLogin() {
        assertEquals(
                "otpauth://totp/HubEE:ada%2Bdemo%40pontcarre.fr?secret=MZXW6YTBOI&issuer=HubEE&algorithm=SHA1"
                        + "&digits=6&period=30",
                TotpCodes.uri("ada+demo@pontcarre.fr", "MZXW6YTBOI"));
    }
}
