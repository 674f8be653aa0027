package fr.hubee.clients.client;

import fr.hubee.kernel.security.TokenText;

/**
 * A secret that a client is about to get. It is made before it is set, so that a form that is sent twice sets it once
 * (ADR 28).
 */
public record NewSecret(String text) {

    public static NewSecret random() {
        return new NewSecret(TokenText.fresh());
    }

    String hash() {
        return ClientSecretHash.of(text);
    }

    @Override
    public String toString() {
        return "NewSecret"; // never its text
    }
}
