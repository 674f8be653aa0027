package fr.hubee.token.proof;

import java.util.List;

/**
 * With what a client may prove who it is, beside its secrets.
 *
 * @param secretsRefused its secrets open nothing: only its keys do
 * @param certificateRequired it gets tokens over one of its certificates only
 */
public record ClientProofs(
        List<ProofLine> keys, List<ProofLine> certificates, boolean secretsRefused, boolean certificateRequired) {}
