package fr.hubee.clients.token;

import com.nimbusds.jose.util.Base64URL;
import fr.hubee.kernel.shared.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A client's keys, certificate and assertions, which it writes itself. An assertion has its header, claims and signature in lines. */
public final class ProofFuzz {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final List<ClientKey> KEYS = KeyDocument.read("""
                    {"keys": [{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""").stream()
            .map(key -> new ClientKey("client", key, NOW))
            .toList();

    private ProofFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        assertion(text);
        var lines = text.split("\n", 3);
        if (lines.length == 3) {
            assertion(Base64URL.encode(lines[0]) + "." + Base64URL.encode(lines[1]) + "." + Base64URL.encode(lines[2]));
        }
        try {
            KeyDocument.read(text).forEach(key -> new ClientKey("client", key, NOW).jwk());
        } catch (InvalidRequest refused) {
            // that is right
        }
        try {
            CertificateText.thumbprint(CertificateText.read(text));
        } catch (InvalidRequest refused) {
            // that is right
        }
    }

    private static void assertion(String text) {
        ClientAssertion.parse(text).ifPresent(assertion -> {
            assertion.isFor(Set.of("https://hubee"));
            assertion.isGoodAt(NOW);
            assertion.goodUntil();
            if (assertion.signer(KEYS).isPresent()) {
                throw new AssertionError("Signed without the key");
            }
        });
    }
}
