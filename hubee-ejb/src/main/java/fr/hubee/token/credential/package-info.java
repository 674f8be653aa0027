/**
 * The credentials of one subscription, including its transfer or end. Start with
 * {@link fr.hubee.token.credential.CredentialService}.
 */
package fr.hubee.token.credential;
