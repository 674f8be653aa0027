package fr.hubee.token.client;

/** Credentials as they are shown, this once: the hub keeps only a hash of the secret. */
public record ShownCredentials(String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "ShownCredentials[" + clientId + "]"; // never the secret
    }
}
