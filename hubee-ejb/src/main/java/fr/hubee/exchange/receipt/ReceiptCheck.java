package fr.hubee.exchange.receipt;

import java.time.Duration;
import java.util.Optional;

/**
 * What the hub says of a receipt that somebody shows.
 *
 * @param verified only of a receipt that is authentic
 * @param deletion only of a certificate that is authentic
 * @param names as long
 * @param pause before another question; only when there were too many
 */
public record ReceiptCheck(
        Verdict verdict,
        Optional<VerifiedReceipt> verified,
        Optional<VerifiedDeletion> deletion,
        Optional<ReceiptNames> names,
        Duration pause) {

    /** How a check ends. */
    public enum Verdict {
        AUTHENTIC,
        FALSE,
        /** Ours, but the journal does not keep its entry any more: only the file can be verified. */
        FORGOTTEN,
        TOO_MANY
    }

    static ReceiptCheck of(Verdict verdict) {
        return new ReceiptCheck(verdict, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO);
    }
}
