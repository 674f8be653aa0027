package fr.hubee.receipt;

import fr.hubee.audit.seal.LeafProof;
import fr.hubee.audit.seal.SealKey;
import fr.hubee.audit.seal.SignedClaims;
import fr.hubee.audit.seal.SignedHead;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A certificate of deletion that is signed when somebody wants the signature, once its entries are sealed. */
public final class SignedDeletion {
    static final String TYPE = "hubee-deletion-certificate";

    /** What the link of a certificate is about: no télédossier. */
    static final UUID NO_CASE = new UUID(0, 0);

    private final DeletionCertificate certificate;
    private final List<LeafProof> proofs;
    private final Optional<SignedHead> before;
    private final SealKey key;

    /**
     * @param proofs of its parts, in their order; fewer while some wait
     * @param key is null where nothing is signed
     */
    SignedDeletion(DeletionCertificate certificate, List<LeafProof> proofs, Optional<SignedHead> before, SealKey key) {
        this.certificate = certificate;
        this.proofs = proofs;
        this.before = before;
        this.key = key;
    }

    public DeletionCertificate certificate() {
        return certificate;
    }

    /** Whether there is a signature. */
    public boolean isReady() {
        return key != null && proofs.size() == certificate.parts().size();
    }

    /** A JSON Web Signature; empty until it is ready. */
    public Optional<String> jws() {
        return isReady()
                ? Optional.of(SignedClaims.signWithKey(TYPE, DeletionClaims.of(certificate, proofs, before), key))
                : Optional.empty();
    }

    /** The short form for the address of the page that verifies it; empty as long. */
    public Optional<String> link() {
        return isReady() ? Optional.of(new ReceiptLink(certificate.id(), NO_CASE).sign(key)) : Optional.empty();
    }
}
