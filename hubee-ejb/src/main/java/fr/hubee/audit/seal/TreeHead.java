package fr.hubee.audit.seal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import fr.hubee.audit.merkle.TreeHash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is signed of the tree: how many leaves it had, with which root, and when.
 *
 * @param at by the clock of the database
 */
public record TreeHead(long size, TreeHash root, Instant at) {
    static final JOSEObjectType TYPE = new JOSEObjectType("hubee-journal-head");

    /** @return a JSON Web Signature, in its compact form */
    public String sign(SealKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .type(TYPE)
                .keyID(key.id())
                .build();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("size", size);
        claims.put("root", root.toString());
        claims.put("at", at.toString());
        var unsigned = new JWSObject(header, new Payload(claims));
        var content = new String(unsigned.getSigningInput(), StandardCharsets.US_ASCII);
        return content + '.' + Base64URL.encode(key.sign(unsigned.getSigningInput()));
    }

    /**
     * @param keys gives the public key of that name, or null
     * @throws IllegalArgumentException if it is no head, or not signed by its key
     */
    public static TreeHead verify(String jws, Function<String, PublicKey> keys) {
        try {
            var signed = JWSObject.parse(jws);
            var header = signed.getHeader();
            if (!JWSAlgorithm.EdDSA.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())) {
                throw new IllegalArgumentException("not the signature of a head");
            }
            var key = keys.apply(header.getKeyID());
            if (key == null) {
                throw new IllegalArgumentException("signed by a key that is not known: " + header.getKeyID());
            }
            if (!isSigned(signed, key)) {
                throw new IllegalArgumentException("the signature is wrong");
            }
            return read(signed.getPayload().toJSONObject());
        } catch (ParseException | GeneralSecurityException | ClassCastException | DateTimeException nonsense) {
            throw new IllegalArgumentException("not the signature of a head", nonsense);
        }
    }

    private static boolean isSigned(JWSObject signed, PublicKey key) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(signed.getSigningInput());
        return signature.verify(signed.getSignature().decode());
    }

    private static TreeHead read(Map<String, Object> claims) {
        if (claims == null || !claims.keySet().equals(Set.of("size", "root", "at"))) {
            throw new IllegalArgumentException("not the claims of a head");
        }
        return new TreeHead(
                ((Number) claims.get("size")).longValue(),
                TreeHash.ofHex((String) claims.get("root")),
                Instant.parse((String) claims.get("at")));
    }

    /** The key of a JSON Web Key, which Nimbus does not make by itself. */
    public static PublicKey publicKey(OctetKeyPair published) {
        var bytes = published.getX().decode();
        var highestFirst = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            highestFirst[bytes.length - 1 - i] = bytes[i];
        }
        boolean odd = highestFirst[0] < 0;
        highestFirst[0] &= 0x7f;
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, highestFirst))));
        } catch (GeneralSecurityException nonsense) {
            throw new IllegalArgumentException("not a key", nonsense);
        }
    }
}
