package fr.hubee.clients.client;

/** New credentials, shown once: the hub stores only a hash of the secret. */
public record ShownCredentials(String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "ShownCredentials[" + clientId + "]"; // never the secret
    }
}
