package fr.hubee.exchange.feed;

import com.nimbusds.jose.jwk.JWK;
import fr.hubee.journal.seal.SealKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys that sign the webhooks of one endpoint, as Standard Webhooks 1.0 says: a secret that the receiver has too ({@code v1}), and a
 * pair of which it has the public half ({@code v1a}). Both are made from a random salt and the hub's key, so that no table holds them.
 */
final class WebhookKey {
    private static final String HMAC = "HmacSHA256";
    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final SealKey pair;

    private WebhookKey(byte[] secret, SealKey pair) {
        this.secret = secret;
        this.pair = pair;
    }

    static byte[] salt() {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** @param hub the key of the hub */
    static WebhookKey of(SecretKey hub, byte[] salt) {
        return new WebhookKey(made(hub, "webhook-v1", salt), SealKey.of(made(hub, "webhook-v1a", salt)));
    }

    private static byte[] made(SecretKey hub, String purpose, byte[] salt) {
        return hmac(hub, purpose.getBytes(StandardCharsets.UTF_8), salt);
    }

    /** Returns the text that the receiver must send back to prove that it wants these webhooks. */
    static String challenge(SecretKey hub, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(made(hub, "webhook-challenge", id.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the secret as receivers configure it. */
    String secretText() {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Returns the public key as receivers configure it. */
    String publicText() {
        return "whpk_" + Base64.getEncoder().encodeToString(pair.published().getDecodedX());
    }

    /** Returns the public key as a JSON Web Key. */
    JWK publicKey() {
        return pair.published();
    }

    /** Returns the value of the header {@code webhook-signature}: those of all keys, so that one may be renewed. */
    static String signatures(List<WebhookKey> keys, String id, Instant sent, byte[] body) {
        var head = (id + "." + sent.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().flatMap(key -> key.signatures(head, body)).collect(Collectors.joining(" "));
    }

    private Stream<String> signatures(byte[] head, byte[] body) {
        var content = new byte[head.length + body.length];
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(body, 0, content, head.length, body.length);
        var text = Base64.getEncoder();
        return Stream.of(
                "v1," + text.encodeToString(hmac(new SecretKeySpec(secret, HMAC), content)),
                "v1a," + text.encodeToString(pair.sign(content)));
    }

    private static byte[] hmac(SecretKey key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return publicText(); // never the secret
    }
}
