package fr.hubee.clients.token;

import java.util.List;

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
        boolean certificateRequired) {}
