package fr.hubee.token;

/**
 * What a client asks for at the token endpoint.
 *
 * @param scope null or blank for that of its credentials
 * @param address where it calls from
 */
public record TokenRequest(String clientId, String clientSecret, String grantType, String scope, String address) {

    /** Who calls from where. */
    String pair() {
        return clientId + " " + address;
    }

    @Override
    public String toString() {
        return "TokenRequest[" + clientId + "]"; // never the secret
    }
}
