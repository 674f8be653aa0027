package fr.hubee.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate with its chain and its private key. */
record Identity(List<X509Certificate> chain, PrivateKey key) {

    static Identity of(List<X509Certificate> chain, PrivateKey key) throws GeneralSecurityException {
        var identity = new Identity(List.copyOf(chain), key);
        if (!identity.matches()) {
            throw new InvalidKeyException("The key is not that of the certificate");
        }
        return identity;
    }

    /** Signs with the key, and verifies with the certificate. */
    private boolean matches() throws GeneralSecurityException {
        var probe = new byte[32];
        var signature = Signature.getInstance(signatureName());
        signature.initSign(key);
        signature.update(probe);
        var signed = signature.sign();
        signature.initVerify(chain.get(0).getPublicKey());
        signature.update(probe);
        return signature.verify(signed);
    }

    private String signatureName() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    X509Certificate[] chainAsArray() {
        return chain.toArray(X509Certificate[]::new);
    }
}
