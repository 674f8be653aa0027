package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.List;

/** Makes the credentials of a town, for tests of other packages. */
public final class ExampleClient {
    private ExampleClient() {}

    public static ApiClient ofTown(boolean certificateRequired) {
        var town = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
        var wanted = new NewApiClient("town", "sesame", Scope.SI, town, List.of());
        var client = new ApiClient(wanted, null, "hash", null, Instant.parse("2026-11-24T11:00:00Z"));
        client.require(false, certificateRequired);
        return client;
    }
}
