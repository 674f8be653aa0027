package fr.hubee.token.client;

import fr.hubee.shared.OrganizationKey;
import java.util.List;

/** Credentials to be made; {@code clientSecret} is kept only as a hash. */
public record NewApiClient(
        String clientId, String clientSecret, Scope scope, OrganizationKey organization, List<String> processCodes) {

    @Override
    public String toString() {
        return "NewApiClient[" + clientId + "]"; // never the secret
    }
}
