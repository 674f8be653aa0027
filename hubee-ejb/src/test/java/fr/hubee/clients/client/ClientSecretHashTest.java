package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.security.SecretHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientSecretHashTest {
    private final List<String> slowly = new ArrayList<>();
    private final ClientSecretHash hashes = new ClientSecretHash(new SecretHash() {
        @Override
        public boolean matches(String secret, String hash) {
            slowly.add(hash);
            return secret.equals("former");
        }
    });

    @Test
    void aSecretIsKnownByItsHashAndNoOtherIs() {
        var hash = ClientSecretHash.of("a secret");
        assertFalse(hash.contains("a secret"));
        assertTrue(hashes.matches("a secret", hash));
        assertFalse(hashes.matches("a Secret", hash));
        assertFalse(hashes.matches("", hash));
        assertEquals(List.of(), slowly);
    }

    @Test
    void nothingIsTheSecretOfAnUnknownClient() {
        assertFalse(hashes.matches("a secret", null));
        assertFalse(hashes.matches("", null));
    }

    @Test
    void aSecretThatWasHashedSlowlyIsStillGood() {
        assertTrue(hashes.matches("former", "PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA=="));
        assertFalse(hashes.matches("another", "PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA=="));
        assertEquals(2, slowly.size());
    }
}
