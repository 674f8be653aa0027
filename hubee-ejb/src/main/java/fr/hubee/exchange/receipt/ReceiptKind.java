package fr.hubee.exchange.receipt;

import fr.hubee.kernel.shared.Words;

/** The kind of act that a receipt proves. */
public enum ReceiptKind {
    /** Files and data have come, and were passed on to their recipient. */
    DEPOSIT,
    /** Their recipient has read them, for the first time. */
    WITHDRAWAL,
    STATUS,
    CLOSING,
    DELETION;

    public String label() {
        return Words.label(this);
    }
}
