package fr.hubee.token;

import fr.hubee.token.proof.ClientAssertion;

/**
 * What a client asks for at the token endpoint.
 *
 * @param clientSecret null when it comes with an assertion
 * @param assertion null when it comes with its secret
 * @param scope null or blank for that of its credentials
 * @param address where it calls from
 * @param certificate the thumbprint of the one that came with the connection; null for none
 */
public record TokenRequest(
        String clientId,
        String clientSecret,
        ClientAssertion assertion,
        String grantType,
        String scope,
        String address,
        String certificate) {

    /** With a secret, and without a certificate. */
    public TokenRequest(String clientId, String clientSecret, String grantType, String scope, String address) {
        this(clientId, clientSecret, null, grantType, scope, address, null);
    }

    /** Who calls from where. */
    String pair() {
        return clientId + " " + address;
    }

    @Override
    public String toString() {
        return "TokenRequest[" + clientId + "]"; // never the secret
    }
}
