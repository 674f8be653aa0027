package fr.hubee.exchange.receipt;

import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;

/**
 * A receipt whose signature and proof are good.
 *
 * @param signer the name of the key that signed it
 * @param leaf the number and {@code hash} of its entry in the journal
 * @param head the signed head that proves it
 */
public record VerifiedReceipt(Receipt receipt, String signer, long leaf, TreeHash hash, TreeHead head) {}
