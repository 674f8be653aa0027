package fr.hubee.api.exchange;

import fr.hubee.exchange.receipt.SignedDeletion;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.kernel.settings.PublicAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The deletions of a démarche by a purge.
 *
 * @param dateTime of the last deletion
 * @param certificate the signature; null while it is pending
 * @param verificationUrl of the page that verifies it; null while it is pending, and unless it was requested: it is signed, too
 */
public record DeletionCertificateJson(
        UUID id,
        String processCode,
        Instant dateTime,
        ReceiptJson.Status status,
        String certificate,
        String verificationUrl) {

    static List<DeletionCertificateJson> from(List<SignedDeletion> all, boolean withUrl, PublicAddress address) {
        return all.stream().map(each -> from(each, withUrl, address)).toList();
    }

    private static DeletionCertificateJson from(SignedDeletion signed, boolean withUrl, PublicAddress address) {
        return new DeletionCertificateJson(
                signed.certificate().id(),
                signed.certificate().process(),
                signed.certificate().to(),
                signed.isReady() ? ReceiptJson.Status.READY : ReceiptJson.Status.PENDING,
                signed.jws().orElse(null),
                withUrl
                        ? signed.link()
                                .map(link -> address.uri() + SignedReceipt.PAGE + link)
                                .orElse(null)
                        : null);
    }
}
