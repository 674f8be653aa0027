package fr.hubee.clients.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A client's proofs of identity, apart from its secrets.
 *
 * @param keysAddable whether the caller may register a key
 * @param secretsRefused whether only keys are accepted, not secrets
 * @param certificateRequired whether tokens are issued only with one of its certificates
 */
public record ClientProofs(
        List<ProofLine> keys,
        List<ProofLine> certificates,
        boolean keysAddable,
        boolean secretsRefused,
        boolean certificateRequired) {

    /**
     * A key or a certificate, as pages show it.
     *
     * @param name the {@code kid} of a key, the subject of a certificate
     * @param thumbprint of the key (RFC 7638), or of the certificate ({@code x5t#S256})
     * @param expiresAt null for a key, which is valid until it is removed
     */
    public record ProofLine(UUID id, String name, String thumbprint, Instant createdAt, Instant expiresAt) {}
}
