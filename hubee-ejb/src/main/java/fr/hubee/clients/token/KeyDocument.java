package fr.hubee.clients.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public keys in a pasted JWKS document (RFC 7517). It is never fetched from a URL: the hub makes no outgoing
 * calls.
 */
final class KeyDocument {
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_KID = 255;
    private static final int LEAST_RSA_BITS = 2048;

    private KeyDocument() {}

    /** @throws InvalidRequest when an entry is not a public signature key */
    static List<JWK> read(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new InvalidRequest(Words.text("clients.keys.paste"));
        }
        try {
            var keys = JWKSet.parse(
                            Optional.ofNullable(JSONObjectUtils.parse(text)).orElse(Map.of()))
                    .getKeys();
            if (keys.isEmpty()) {
                throw new InvalidRequest(Words.text("clients.keys.none"));
            }
            keys.forEach(KeyDocument::check);
            return keys;
        } catch (ParseException invalid) {
            throw new InvalidRequest(Words.text("clients.keys.unreadable"));
        }
    }

    private static void check(JWK key) {
        if (key.isPrivate()) {
            throw new InvalidRequest(Words.text("clients.keys.private"));
        }
        boolean strong = (key instanceof RSAKey rsa && rsa.size() >= LEAST_RSA_BITS)
                || (key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve()));
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        boolean known = key.getAlgorithm() == null || ALGORITHMS.stream().anyMatch(key.getAlgorithm()::equals);
        boolean named = key.getKeyID() == null || key.getKeyID().length() <= LONGEST_KID;
        if (!(strong && signs && known && named)) {
            throw new InvalidRequest(Words.text("clients.keys.unfit"));
        }
    }
}
