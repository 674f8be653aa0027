package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import java.util.Optional;

/** A receipt that is signed only on request, once its entry is sealed: a signature costs half a millisecond. */
public final class SignedReceipt {
    /** The address of the page that verifies it, before the short form. */
    public static final String PAGE = "/recepisse?r=";

    static final String TYPE = "hubee-receipt";

    private final Receipt receipt;
    private final SealKey key;

    /** @param key null where nothing is signed */
    SignedReceipt(Receipt receipt, SealKey key) {
        this.receipt = receipt;
        this.key = key;
    }

    public Receipt receipt() {
        return receipt;
    }

    public boolean isReady() {
        return receipt.journal() != null && key != null;
    }

    /** A JSON Web Signature; empty until it is ready. */
    public Optional<String> jws() {
        return isReady() ? Optional.of(SignedClaims.signWithKey(TYPE, Claims.of(receipt), key)) : Optional.empty();
    }

    /** The short form for the address of the page that verifies it; empty until it is ready. */
    public Optional<String> link() {
        return isReady() ? Optional.of(new ReceiptLink(receipt.entry(), receipt.about()).sign(key)) : Optional.empty();
    }
}
