package fr.hubee.receipt;

import fr.hubee.audit.seal.LeafProof;
import fr.hubee.audit.seal.SealKey;
import fr.hubee.audit.seal.SignedClaims;
import fr.hubee.audit.seal.SignedHead;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate of deletion, once its entries are sealed.
 *
 * @param jws a JSON Web Signature; empty until the next head of the journal is signed
 * @param link the short form for the address of the page that verifies it; empty as long
 */
public record SignedDeletion(DeletionCertificate certificate, Optional<String> jws, Optional<String> link) {
    static final String TYPE = "hubee-deletion-certificate";

    /** What the link of a certificate is about: no télédossier. */
    static final UUID NO_CASE = new UUID(0, 0);

    /** @param proofs of its parts, in their order; fewer while some wait */
    static SignedDeletion of(
            DeletionCertificate certificate,
            List<LeafProof> proofs,
            Optional<SignedHead> before,
            Optional<SealKey> key) {
        if (key.isEmpty() || proofs.size() < certificate.parts().size()) {
            return new SignedDeletion(certificate, Optional.empty(), Optional.empty());
        }
        var claims = DeletionClaims.of(certificate, proofs, before);
        return new SignedDeletion(
                certificate,
                Optional.of(SignedClaims.signWithKey(TYPE, claims, key.get())),
                Optional.of(new ReceiptLink(certificate.id(), NO_CASE).sign(key.get())));
    }
}
