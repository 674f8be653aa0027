package fr.hubee.people.secondfactor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.EncryptionSettings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TotpVaultTest {
    static final TotpVault KEY = vault(new byte[32]);
    static final TotpVault OTHER = vault("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII));
    static final UUID ADA = new UUID(0, 1);
    static final byte[] SECRET = TotpCodes.freshSecret();

    final String sealed = KEY.seal(ADA, SECRET);

    static TotpVault vault(byte[] key) {
        return new TotpVault(new EncryptionSettings(Optional.of(new SecretKeySpec(key, "AES"))));
    }

    @Test
    void whatIsSealedIsReadAgain() {
        assertArrayEquals(SECRET, KEY.open(ADA, sealed).orElseThrow());
    }

    @Test
    void withAnotherKeyItIsNot() {
        assertTrue(OTHER.open(ADA, sealed).isEmpty());
    }

    @Test
    void norForAnotherAccount() {
        assertTrue(KEY.open(new UUID(0, 2), sealed).isEmpty());
    }

    @Test
    void norOnceItWasTamperedWith() {
        var cut = sealed.substring(0, sealed.length() - 4) + "AAAA";
        assertTrue(KEY.open(ADA, cut).isEmpty());
        assertTrue(KEY.open(ADA, "nonsense").isEmpty());
    }

    @Test
    void theSecretIsNotInIt() {
        assertFalse(sealed.contains(TotpCodes.base32(SECRET)));
    }
}
