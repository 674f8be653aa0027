/**
 * Merkle trees as in RFC 6962, with their hashes and proofs, and the time stamps of an authority (RFC 3161). Independent of the journal.
 */
package fr.hubee.journal.proof;
