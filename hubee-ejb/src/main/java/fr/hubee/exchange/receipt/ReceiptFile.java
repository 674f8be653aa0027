package fr.hubee.exchange.receipt;

import java.util.UUID;

/** @param sha256 of its bytes, in base64, as in the API */
public record ReceiptFile(UUID id, String sha256) {

    /** Parses the format of the journal: the identifier, a colon, the digest. */
    static ReceiptFile parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a file of the journal");
        }
        return new ReceiptFile(UUID.fromString(text.substring(0, colon)), text.substring(colon + 1));
    }
}
