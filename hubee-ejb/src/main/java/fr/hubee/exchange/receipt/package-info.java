/**
 * Receipts: signed by the hub about an action in the journal, for its parties, with the proof that it was recorded. Nothing is stored: a
 * receipt is made from its entry on request. {@code docs/receipts.md} describes it for other implementations. Start with
 * {@link fr.hubee.exchange.receipt.ReceiptService}.
 */
package fr.hubee.exchange.receipt;
