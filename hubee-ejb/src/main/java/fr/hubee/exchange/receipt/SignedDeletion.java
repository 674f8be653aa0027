package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A certificate of deletion that is signed only on request, once its entries are sealed. */
public final class SignedDeletion {
    static final String TYPE = "hubee-deletion-certificate";

    /** Identifier for « no télédossier » in the link of a certificate. */
    static final UUID NO_CASE = new UUID(0, 0);

    private final DeletionCertificate certificate;
    private final SealKey key;

    /** @param key null where nothing is signed */
    SignedDeletion(DeletionCertificate certificate, SealKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    public DeletionCertificate certificate() {
        return certificate;
    }

    public boolean isReady() {
        return key != null && certificate.proofs().allMatch(Objects::nonNull);
    }

    /** A JSON Web Signature; empty until it is ready. */
    public Optional<String> jws() {
        return isReady() ? Optional.of(SignedClaims.signWithKey(TYPE, Claims.of(certificate), key)) : Optional.empty();
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
