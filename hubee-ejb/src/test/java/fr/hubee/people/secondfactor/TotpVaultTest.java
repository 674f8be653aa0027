package fr.hubee.people.secondfactor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TotpVaultTest {
    static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    static final SecretKey OTHER =
            new SecretKeySpec("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII), "AES");
    static final UUID ADA = new UUID(0, 1);
    static final byte[] SECRET = TotpCodes.freshSecret();

    final String sealed = TotpVault.seal(KEY, ADA, SECRET);

    @Test
    void whatIsSealedIsReadAgain() {
        assertArrayEquals(SECRET, TotpVault.open(KEY, ADA, sealed).orElseThrow());
    }

    @Test
    void withAnotherKeyItIsNot() {
        assertTrue(TotpVault.open(OTHER, ADA, sealed).isEmpty());
    }

    @Test
    void norForAnotherAccount() {
        assertTrue(TotpVault.open(KEY, new UUID(0, 2), sealed).isEmpty());
    }

    @Test
    void norOnceItWasTamperedWith() {
        var cut = sealed.substring(0, sealed.length() - 4) + "AAAA";
        assertTrue(TotpVault.open(KEY, ADA, cut).isEmpty());
        assertTrue(TotpVault.open(KEY, ADA, "nonsense").isEmpty());
    }

    @Test
    void theSecretIsNotInIt() {
        assertFalse(sealed.contains(TotpCodes.base32(SECRET)));
    }
}
