package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.clients.client.ClientSecret;
import fr.hubee.clients.token.ProofCheck.ProvenSecret;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProvenSecretTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final ClientSecret FIRST = new ClientSecret(null, "first", NOON);
    static final ClientSecret SECOND = new ClientSecret(null, "second", NOON);

    static int hashesOfAWrongSecret(ClientSecret... live) {
        var hashes = new AtomicInteger();
        var proven = ProvenSecret.among(List.of(live), hash -> {
            hashes.incrementAndGet();
            return "wrong".equals(hash);
        });
        assertEquals(true, proven.isEmpty());
        return hashes.get();
    }

    @Test
    void aWrongSecretCostsTheSameTimeWhoeverIsAskedFor() {
        assertEquals(2, hashesOfAWrongSecret());
        assertEquals(2, hashesOfAWrongSecret(FIRST));
        assertEquals(2, hashesOfAWrongSecret(SECOND, FIRST));
    }

    @Test
    void eitherGoodSecretIsFound() {
        assertEquals(
                SECOND,
                ProvenSecret.among(List.of(SECOND, FIRST), "second"::equals).orElseThrow());
        assertEquals(
                FIRST,
                ProvenSecret.among(List.of(SECOND, FIRST), "first"::equals).orElseThrow());
    }
}
