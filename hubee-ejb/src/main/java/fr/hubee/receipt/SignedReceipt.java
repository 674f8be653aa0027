package fr.hubee.receipt;

import fr.hubee.audit.seal.LeafProof;
import fr.hubee.audit.seal.SealKey;
import fr.hubee.audit.seal.SignedClaims;
import java.util.Optional;

/**
 * A receipt, once its entry is sealed.
 *
 * @param jws a JSON Web Signature; empty until the next head of the journal is signed
 * @param link the short form for the address of the page that verifies it; empty as long
 */
public record SignedReceipt(Receipt receipt, Optional<String> jws, Optional<String> link) {
    /** The address of the page that verifies it, before the short form. */
    public static final String PAGE = "/recepisse?r=";

    static final String TYPE = "hubee-receipt";

    static SignedReceipt of(Receipt receipt, Optional<LeafProof> proof, Optional<SealKey> key) {
        if (proof.isEmpty() || key.isEmpty()) {
            return new SignedReceipt(receipt, Optional.empty(), Optional.empty());
        }
        return new SignedReceipt(
                receipt,
                Optional.of(sign(receipt, proof.get(), key.get())),
                Optional.of(new ReceiptLink(receipt.entry(), receipt.about()).sign(key.get())));
    }

    static String sign(Receipt receipt, LeafProof proof, SealKey key) {
        var claims = ReceiptClaims.of(receipt);
        claims.put("journal", JournalClaims.of(proof));
        return SignedClaims.signWithKey(TYPE, claims, key);
    }
}
