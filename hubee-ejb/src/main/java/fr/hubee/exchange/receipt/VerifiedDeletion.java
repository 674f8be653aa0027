package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.TreeHead;
import java.util.Optional;

/**
 * A certificate whose signature and proofs are good.
 *
 * @param before the journal as it was before the first deletion; empty when it was not sealed yet
 * @param after the journal with the certificate
 */
public record VerifiedDeletion(
        DeletionCertificate certificate, String signer, Optional<TreeHead> before, TreeHead after) {}
