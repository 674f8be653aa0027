package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.List;

/** Credentials to create; only a hash of {@code clientSecret} is stored. */
public record NewApiClient(
        String clientId, String clientSecret, Scope scope, OrganizationKey organization, List<String> processCodes) {

    @Override
    public String toString() {
        return "NewApiClient[" + clientId + "]"; // never the secret
    }
}
