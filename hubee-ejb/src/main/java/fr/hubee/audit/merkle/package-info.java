/** Merkle trees as in RFC 6962: their hashes, proofs, and how these are checked. Nothing here knows the journal. */
package fr.hubee.audit.merkle;
