package fr.hubee.audit.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;

/**
 * The Ed25519 key that signs heads, made from 32 secret bytes (RFC 8032). The JDK signs; Nimbus would need another library for
 * that.
 */
public final class SealKey {
    static final int SEED_BYTES = 32;

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final OctetKeyPair published;

    private SealKey(PrivateKey secret, OctetKeyPair published) {
        this.secret = secret;
        this.published = published;
    }

    public static SealKey of(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("not 256 bits");
        }
        try {
            var pair = pair(seed);
            var unnamed = new OctetKeyPair.Builder(Curve.Ed25519, x((EdECPublicKey) pair.getPublic()))
                    .algorithm(JWSAlgorithm.EdDSA)
                    .keyUse(KeyUse.SIGNATURE);
            return new SealKey(pair.getPrivate(), unnamed.keyIDFromThumbprint().build());
        } catch (GeneralSecurityException | JOSEException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The JDK tells no public key of a private one, but makes a pair of what it takes for random. */
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Known(seed));
        return generator.generateKeyPair();
    }

    private static final class Known extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Known(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("The JDK makes keys otherwise than it did");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }

    /** RFC 8032: the y coordinate, its lowest byte first, and the lowest bit of x as the highest one. */
    private static Base64URL x(EdECPublicKey key) {
        var highestFirst = key.getPoint().getY().toByteArray();
        var bytes = new byte[SEED_BYTES];
        for (int i = 0; i < Math.min(bytes.length, highestFirst.length); i++) {
            bytes[i] = highestFirst[highestFirst.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            bytes[SEED_BYTES - 1] |= (byte) 0x80;
        }
        return Base64URL.encode(bytes);
    }

    public String id() {
        return published.getKeyID();
    }

    /** The public key, as a JSON Web Key. */
    public OctetKeyPair published() {
        return published;
    }

    /** Content of each kind begins differently, so that no signature is one of another kind. */
    public byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Tells which one it is, and nothing secret. */
    @Override
    public String toString() {
        return id();
    }
}
