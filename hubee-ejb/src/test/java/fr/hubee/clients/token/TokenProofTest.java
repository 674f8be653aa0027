package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.hubee.clients.client.ClientSecret;
import fr.hubee.clients.client.ExampleClient;
import fr.hubee.clients.token.ClientProofs.ProofLine;
import fr.hubee.clients.token.ProofCheck.Proof;
import fr.hubee.clients.token.ProofCheck.TokenCandidate;
import fr.hubee.clients.token.TokenService.TokenHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token depends on a secret or a key, and on a certificate where one is presented. */
class TokenProofTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final UUID SECRET = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final String THUMBPRINT = "Cu1zsKNmJYt7L2Z2AqKMCIYmUk2MYHmGBW7K867q-fw";
    static final Proof BY_SECRET = new Proof(SECRET, null, null);

    final ClientCertificate certificate =
            new ClientCertificate("town", CertificateText.read(CertificateTextTest.PEM), NOON);
    final Instant end = certificate.line().expiresAt();

    private Optional<Proof> bound(boolean required, String presented, Instant now) {
        return candidate(required).bound(BY_SECRET, presented, now);
    }

    private TokenCandidate candidate(boolean certificateRequired) {
        var client = Optional.of(ExampleClient.ofTown(certificateRequired));
        return new TokenCandidate(client, List.of(), List.of(), List.of(certificate), Duration.ZERO);
    }

    @Test
    void aTokenIsBoundToTheCertificateOfItsClient() {
        var expected = Optional.of(new Proof(SECRET, null, certificate.id()));

        assertEquals(expected, bound(false, THUMBPRINT, NOON));
        assertEquals(expected, bound(true, THUMBPRINT, NOON));
    }

    @Test
    void anotherCertificateOrOneThatHasEndedBindsNothing() {
        assertEquals(Optional.of(BY_SECRET), bound(false, null, NOON));
        assertEquals(Optional.of(BY_SECRET), bound(false, "another", NOON));
        assertEquals(Optional.of(BY_SECRET), bound(false, THUMBPRINT, end));
    }

    @Test
    void withoutARequiredCertificateThereIsNoToken() {
        assertEquals(Optional.empty(), bound(true, null, NOON));
        assertEquals(Optional.empty(), bound(true, "another", NOON));
        assertEquals(Optional.empty(), bound(true, THUMBPRINT, end));
    }

    @Test
    void aCertificateIsShownWithItsSubjectAndItsEnd() {
        var name = "O=Commune d'exemple,CN=Logiciel de Valbourg";

        assertEquals(new ProofLine(certificate.id(), name, THUMBPRINT, NOON, end), certificate.line());
        assertEquals(Instant.parse("2126-11-01T23:54:17Z"), end);
        assertTrue(certificate.isLive(end.minusNanos(1)));
        assertFalse(certificate.isLive(end));
    }

    @Test
    void aKeyIsShownWithItsNameOrElseItsThumbprintAndHasNoEnd() throws JOSEException {
        var named = new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
        var unnamed = new ECKeyGenerator(Curve.P_256).generate();
        var first = new ClientKey("town", named, NOON);
        var second = new ClientKey("town", unnamed, NOON);

        var thumbprint = named.computeThumbprint().toString();
        assertEquals(new ProofLine(first.id(), "2026", thumbprint, NOON, null), first.line());
        assertEquals(unnamed.computeThumbprint().toString(), second.line().name());
        assertNotEquals(first.id(), second.id());
    }

    @Test
    void aProofNamesTheSecretOrTheKey() throws JOSEException {
        var secret = new ClientSecret(null, "hash", NOON);
        var key = new ClientKey("town", new ECKeyGenerator(Curve.P_256).generate(), NOON);

        assertEquals(new Proof(secret.id(), null, null), Proof.of(secret));
        assertEquals(new Proof(null, key.id(), null), Proof.of(key));
        assertEquals(new Proof(null, key.id(), certificate.id()), Proof.of(key).boundTo(certificate));
    }

    @Test
    void aTokenThatIsBoundIsAcceptedWithItsCertificateOnly() {
        assertTrue(new TokenHolder(null, 1, THUMBPRINT).comesWith(() -> THUMBPRINT));
        assertFalse(new TokenHolder(null, 1, THUMBPRINT).comesWith(() -> null));
        assertTrue(new TokenHolder(null, 1, null).comesWith(() -> null));
    }

    @Test
    void theAnswerToACallBeyondTheLimitSaysWhenToCallAgain() {
        var refused = new RateLimit("client", 1200, 2, 0, Duration.ofMillis(1001), true);
        var accepted = new RateLimit("client", 1200, 2, 600, Duration.ZERO, false);

        assertEquals("2", refused.fields().get("Retry-After"));
        assertEquals("\"client\";r=0;t=2", refused.fields().get("RateLimit"));
        assertEquals("\"client\";q=1200;w=2", accepted.fields().get("RateLimit-Policy"));
        assertFalse(accepted.fields().containsKey("Retry-After"));
    }

    @Test
    void attemptsAreCountedForAClientAtAnAddress() {
        assertEquals("town ::1", new TokenRequest("town", "sesame", "client_credentials", "SI", "::1").pair());
    }
}
