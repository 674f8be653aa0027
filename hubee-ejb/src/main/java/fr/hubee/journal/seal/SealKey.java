package fr.hubee.journal.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The Ed25519 key that signs heads, made from 32 secret bytes (RFC 8032). BouncyCastle signs: the JDK takes ten times as long, and cannot
 * derive the public key.
 */
public final class SealKey {
    static final int SEED_BYTES = Ed25519PrivateKeyParameters.KEY_SIZE;

    private final Ed25519PrivateKeyParameters secret;
    private final OctetKeyPair published;

    private SealKey(Ed25519PrivateKeyParameters secret, OctetKeyPair published) {
        this.secret = secret;
        this.published = published;
    }

    public static SealKey of(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("not 256 bits");
        }
        var secret = new Ed25519PrivateKeyParameters(seed, 0);
        var x = Base64URL.encode(secret.generatePublicKey().getEncoded());
        try {
            return new SealKey(
                    secret,
                    new OctetKeyPair.Builder(Curve.Ed25519, x)
                            .algorithm(JWSAlgorithm.EdDSA)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint()
                            .build());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String id() {
        return published.getKeyID();
    }

    public OctetKeyPair published() {
        return published;
    }

    /** Signs content. Each kind of content begins differently, so that no signature fits another kind. */
    public byte[] sign(byte[] content) {
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(content, 0, content.length);
        return signer.generateSignature();
    }

    /** Returns which key it is, without its secret. */
    @Override
    public String toString() {
        return id();
    }
}
