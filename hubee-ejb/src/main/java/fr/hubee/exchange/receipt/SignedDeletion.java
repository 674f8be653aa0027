package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.SignedHead;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A certificate of deletion that is signed only on request, once its entries are sealed. */
public final class SignedDeletion {
    static final String TYPE = "hubee-deletion-certificate";

    /** Identifier for « no télédossier » in the link of a certificate. */
    static final UUID NO_CASE = new UUID(0, 0);

    private final DeletionCertificate certificate;
    private final List<LeafProof> proofs;
    private final Optional<LeafProof> ofShare;
    private final Optional<SignedHead> before;
    private final SealKey key;

    /**
     * @param proofs of its parts, in their order; fewer while some wait
     * @param ofShare of the share; empty while it waits, and where there is none
     * @param key is null where nothing is signed
     */
    SignedDeletion(
            DeletionCertificate certificate,
            List<LeafProof> proofs,
            Optional<LeafProof> ofShare,
            Optional<SignedHead> before,
            SealKey key) {
        this.certificate = certificate;
        this.proofs = proofs;
        this.ofShare = ofShare;
        this.before = before;
        this.key = key;
    }

    public DeletionCertificate certificate() {
        return certificate;
    }

    public boolean isReady() {
        return key != null
                && proofs.size() == certificate.parts().size()
                && ofShare.isPresent() == (certificate.share() != null);
    }

    /** A JSON Web Signature; empty until it is ready. */
    public Optional<String> jws() {
        return isReady()
                ? Optional.of(
                        SignedClaims.signWithKey(TYPE, DeletionClaims.of(certificate, proofs, ofShare, before), key))
                : Optional.empty();
    }

    /** Returns the name for links: for a certificate with a share, the entry of the share. */
    private UUID named() {
        return certificate.share() == null
                ? certificate.id()
                : certificate.share().entry();
    }

    /** The short form for the address of the page that verifies it; empty until it is ready. */
    public Optional<String> link() {
        return isReady() ? Optional.of(new ReceiptLink(named(), NO_CASE).sign(key)) : Optional.empty();
    }
}
