package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;

/**
 * A valid token, from the database.
 *
 * @param certificate thumbprint of the certificate that it is bound to; null when it is not bound
 */
public record HeldToken(ApiClient client, String certificate) {}
