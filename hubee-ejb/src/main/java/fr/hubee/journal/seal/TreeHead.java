package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The signed content of a head: number of leaves, root, and time.
 *
 * @param at by the clock of the database
 */
public record TreeHead(long size, TreeHash root, Instant at) {
    static final String TYPE = "hubee-journal-head";

    /** The encoding of an Ed25519 key is this, and its 32 bytes (RFC 8410 §4). */
    private static final byte[] BEFORE_A_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

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
        } catch (ClassCastException | DateTimeException invalid) {
            throw new IllegalArgumentException("not the signature of a head", invalid);
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
        var key = published.getX().decode();
        var encoded = Arrays.copyOf(BEFORE_A_KEY, BEFORE_A_KEY.length + key.length);
        System.arraycopy(key, 0, encoded, BEFORE_A_KEY.length, key.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("not a key", invalid);
        }
    }
}
