package fr.hubee.journal.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.Map;
import java.util.function.Function;

/**
 * Signs and verifies JSON Web Signatures in their compact form, with Ed25519. Each kind has a type of its own, so that none is taken for
 * another. BouncyCastle signs, the JDK verifies, Nimbus writes and reads.
 */
public final class SignedClaims {
    /** Begins all that begins with a brace, in Base64. */
    public static final String OBJECT = "e";

    private SignedClaims() {}

    /** Signs; the header names the key. */
    public static String sign(String type, Map<String, Object> claims, SealKey key) {
        return sign(header(type, key).build(), JSONObjectUtils.toJSONString(claims), key);
    }

    /** Signs; the header also contains the public key: a file that is verified years later needs nothing else. */
    public static String signWithKey(String type, Map<String, Object> claims, SealKey key) {
        return signWithKey(type, JSONObjectUtils.toJSONString(claims), key);
    }

    /** @param claims in JSON */
    public static String signWithKey(String type, String claims, SealKey key) {
        return sign(header(type, key).jwk(bare(key.published())).build(), claims, key);
    }

    private static JWSHeader.Builder header(String type, SealKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                .type(new JOSEObjectType(type))
                .keyID(key.id());
    }

    private static String sign(JWSHeader header, String claims, SealKey key) {
        var unsigned = new JWSObject(header, new Payload(claims));
        var content = new String(unsigned.getSigningInput(), StandardCharsets.US_ASCII);
        return content + '.' + Base64URL.encode(key.sign(unsigned.getSigningInput()));
    }

    /** Returns the key alone, without its metadata. */
    public static OctetKeyPair bare(OctetKeyPair key) {
        return new OctetKeyPair.Builder(key.getCurve(), key.getX()).build();
    }

    /**
     * @param keys gives the public key of that name, or null
     * @return the claims
     * @throws IllegalArgumentException if it is nothing of that type, or not signed by its key
     */
    public static Map<String, Object> verify(String type, String jws, Function<String, PublicKey> keys) {
        try {
            var signed = parse(type, jws);
            var name = signed.getHeader().getKeyID();
            var key = name == null ? null : keys.apply(name);
            if (key == null) {
                throw new IllegalArgumentException("signed by a key that is not known: " + name);
            }
            if (!isSigned(signed, key)) {
                throw new IllegalArgumentException("the signature is wrong");
            }
            var claims = signed.getPayload().toJSONObject();
            if (claims == null) {
                throw new IllegalArgumentException("signed, but no claims");
            }
            return claims;
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("not signed as " + type, invalid);
        }
    }

    /**
     * Returns the key in the header; its own name for it is ignored.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OctetKeyPair keyIn(String type, String jws) {
        if (!(parse(type, jws).getHeader().getJWK() instanceof OctetKeyPair key)) {
            throw new IllegalArgumentException("without its key");
        }
        return named(key);
    }

    /** Returns the key, named by its thumbprint. */
    public static OctetKeyPair named(OctetKeyPair key) {
        try {
            return new OctetKeyPair.Builder(key.getCurve(), key.getX())
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException invalid) {
            throw new IllegalArgumentException("not a key", invalid);
        }
    }

    /** Parses a JWS. The library throws another exception than it says where the header is JSON, but no object. */
    public static JWSObject parse(String jws) throws ParseException {
        if (!jws.startsWith(OBJECT)) {
            throw new ParseException("The header is no object", 0);
        }
        return JWSObject.parse(jws);
    }

    private static JWSObject parse(String type, String jws) {
        try {
            var signed = parse(jws);
            var header = signed.getHeader();
            if (!JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
                    || !new JOSEObjectType(type).equals(header.getType())) {
                throw new IllegalArgumentException("not signed as " + type);
            }
            return signed;
        } catch (ParseException invalid) {
            throw new IllegalArgumentException("not signed as " + type, invalid);
        }
    }

    private static boolean isSigned(JWSObject signed, PublicKey key) throws GeneralSecurityException {
        return isSigned(signed.getSigningInput(), signed.getSignature().decode(), key);
    }

    public static boolean isSigned(byte[] content, byte[] signature, PublicKey key) throws GeneralSecurityException {
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(content);
        return check.verify(signature);
    }
}
