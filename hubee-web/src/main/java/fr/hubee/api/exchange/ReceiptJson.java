package fr.hubee.api.exchange;

import fr.hubee.exchange.receipt.ReceiptKind;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.kernel.settings.PublicAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A receipt.
 *
 * @param id of its entry in the journal
 * @param aboutId the case that it is about, or the folder
 * @param status {@code PENDING} until the journal is sealed, within minutes; then {@code READY}
 * @param receipt the signature; null while it is pending
 * @param verificationUrl of the page that verifies it; null while it is pending, and unless it was requested: it is signed, too
 */
public record ReceiptJson(
        UUID id,
        ReceiptKind type,
        UUID aboutId,
        Instant dateTime,
        Status status,
        String receipt,
        String verificationUrl) {

    enum Status {
        PENDING,
        READY
    }

    static ReceiptJson from(SignedReceipt signed, boolean withUrl, PublicAddress address) {
        var receipt = signed.receipt();
        return new ReceiptJson(
                receipt.entry(),
                receipt.kind(),
                receipt.about(),
                receipt.at(),
                signed.isReady() ? Status.READY : Status.PENDING,
                signed.jws().orElse(null),
                withUrl ? url(signed.link(), address) : null);
    }

    static String url(Optional<String> link, PublicAddress address) {
        return link.map(signed -> address.uri() + SignedReceipt.PAGE + signed).orElse(null);
    }
}
