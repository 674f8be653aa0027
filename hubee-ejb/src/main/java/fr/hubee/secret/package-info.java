/** Requests to the people of an instructing service to make the secret of its software: {@link fr.hubee.secret.SecretRequestService}. */
package fr.hubee.secret;
