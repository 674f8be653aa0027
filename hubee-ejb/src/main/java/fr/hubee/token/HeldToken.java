package fr.hubee.token;

import fr.hubee.token.client.ApiClient;

/**
 * A live token, as the database knows it.
 *
 * @param certificate the thumbprint of the one it is bound to; null when it is bound to none
 */
public record HeldToken(ApiClient client, String certificate) {}
