package fr.hubee.exchange.receipt;

import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedDeletion;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedReceipt;
import java.time.Duration;
import java.util.Optional;

/**
 * The answer of the hub about a receipt that somebody submits.
 *
 * @param verified only of a receipt that is authentic
 * @param deletion only of a certificate that is authentic
 * @param names only with one of these
 * @param pause before the next check; only after too many
 */
public record ReceiptCheck(
        Verdict verdict,
        Optional<VerifiedReceipt> verified,
        Optional<VerifiedDeletion> deletion,
        Optional<ReceiptNames> names,
        Duration pause) {

    public enum Verdict {
        AUTHENTIC,
        FALSE,
        /** Signed by the hub, but its entry is no longer in the journal: only the file can be verified. */
        FORGOTTEN,
        TOO_MANY
    }

    static ReceiptCheck authentic(
            Optional<VerifiedReceipt> receipt, Optional<VerifiedDeletion> deletion, ReceiptNames names) {
        return new ReceiptCheck(Verdict.AUTHENTIC, receipt, deletion, Optional.of(names), Duration.ZERO);
    }

    static ReceiptCheck of(Verdict verdict) {
        return new ReceiptCheck(verdict, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO);
    }
}
