package fr.hubee.kernel.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SecretHashTest {

    @Test
    void aHashThatCostsLessIsOutdated() {
        assertFalse(SecretHash.isOutdated("PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA=="));
        assertFalse(SecretHash.isOutdated("PBKDF2WithHmacSHA512:300000:c2FsdA==:aGFzaA=="));
        assertTrue(SecretHash.isOutdated("PBKDF2WithHmacSHA512:2048:c2FsdA==:aGFzaA=="));
        assertTrue(SecretHash.isOutdated("PBKDF2WithHmacSHA256:600000:c2FsdA==:aGFzaA=="));
    }
}
