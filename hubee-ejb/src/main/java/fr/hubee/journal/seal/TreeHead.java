package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The signed content of a head: number of leaves, root, and time.
 *
 * @param at by the clock of the database
 */
public record TreeHead(long size, TreeHash root, Instant at) {
    static final String TYPE = "hubee-journal-head";

    /** @return a JSON Web Signature, in its compact form */
    public String sign(SealKey key) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("size", size);
        claims.put("root", root.toString());
        claims.put("at", at.toString());
        return SignedClaims.sign(TYPE, claims, key);
    }

    /**
     * @param keys gives the public key of that name, or null
     * @throws IllegalArgumentException if it is no head, or not signed by its key
     */
    public static TreeHead verify(String jws, Function<String, PublicKey> keys) {
        try {
            return read(SignedClaims.verify(TYPE, jws, keys));
        } catch (ClassCastException | DateTimeException nonsense) {
            throw new IllegalArgumentException("not the signature of a head", nonsense);
        }
    }

    private static TreeHead read(Map<String, Object> claims) {
        if (!claims.keySet().equals(Set.of("size", "root", "at"))) {
            throw new IllegalArgumentException("not the claims of a head");
        }
        return new TreeHead(
                ((Number) claims.get("size")).longValue(),
                TreeHash.ofHex((String) claims.get("root")),
                Instant.parse((String) claims.get("at")));
    }

    /** Returns the public key of a JSON Web Key, which Nimbus does not create by itself. */
    public static PublicKey publicKey(OctetKeyPair published) {
        var algorithm = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        try {
            var encoded = new SubjectPublicKeyInfo(algorithm, published.getX().decode()).getEncoded();
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IOException nonsense) {
            throw new IllegalArgumentException("not a key", nonsense);
        }
    }
}
