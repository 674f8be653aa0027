package fr.hubee.clients.token;

/**
 * A request to the token endpoint.
 *
 * @param clientSecret null with an assertion
 * @param assertion null with a secret
 * @param scope null or blank for that of its credentials
 * @param address of the client
 * @param certificate thumbprint of the certificate of the connection; null for none
 */
public record TokenRequest(
        String clientId,
        String clientSecret,
        ClientAssertion assertion,
        String grantType,
        String scope,
        String address,
        String certificate) {

    /** Creates a request with a secret, without a certificate. */
    public TokenRequest(String clientId, String clientSecret, String grantType, String scope, String address) {
        this(clientId, clientSecret, null, grantType, scope, address, null);
    }

    /** Client and address, as one key. */
    String pair() {
        return clientId + " " + address;
    }

    @Override
    public String toString() {
        return "TokenRequest[" + clientId + "]"; // never the secret
    }
}
