/**
 * Receipts: what the hub signs of an action that the journal has recorded, for its parties, with the proof that it was recorded.
 * Nothing is stored: a receipt is made from its entry when it is asked for. {@code docs/receipts.md} describes it for other
 * implementations. Start with {@link fr.hubee.exchange.receipt.ReceiptService}.
 */
package fr.hubee.exchange.receipt;
