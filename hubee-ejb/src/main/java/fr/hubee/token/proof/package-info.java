/**
 * The keys and certificates of a client, and the assertions signed with its keys (RFC 7523, RFC 8705). Start with
 * {@link fr.hubee.token.proof.ClientProofService}.
 */
package fr.hubee.token.proof;
