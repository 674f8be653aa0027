package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.SubscriptionCredentials.CredentialReturn;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialReturnTest {
    static final UUID SUBSCRIPTION = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    static boolean follows(String client, Instant provenSince) {
        return CredentialReturn.of(SUBSCRIPTION, client, provenSince, "software", NOON)
                .follows();
    }

    @Test
    void theSameSecretsFollowTheirSubscriptionBack() {
        assertTrue(follows("software", NOON));
    }

    @Test
    void whatTheSuccessorHasSeenDoesNot() {
        assertFalse(follows("software", NOON.plusSeconds(1)), "a new secret, key or certificate");
        assertFalse(follows("other", NOON), "new credentials");
        assertFalse(
                CredentialReturn.of(SUBSCRIPTION, "software", NOON, null, null).follows(), "there were none");
    }
}
