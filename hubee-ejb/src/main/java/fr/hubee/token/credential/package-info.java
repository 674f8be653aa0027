/**
 * The credentials of one subscription, and what becomes of them when it moves or ends. Start with
 * {@link fr.hubee.token.credential.CredentialService}.
 */
package fr.hubee.token.credential;
