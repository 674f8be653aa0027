package fr.hubee.api.directory;

import fr.hubee.clients.client.NewApiClient;
import fr.hubee.clients.client.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Credentials of a partner's software. */
record ClientJson(
        @NotNull @Pattern(regexp = "[\\w.@-]{1,100}") String clientId,

        @NotNull @Size(min = 32, max = 200, message = "has 32 to 200 characters")
        String clientSecret,

        @NotNull Scope scope,
        @NotNull @Valid OrganizationIdentifierJson organization,
        @NotNull List<@NotNull @Size(max = 30) String> processCodes) {

    NewApiClient toNewApiClient() {
        return new NewApiClient(clientId, clientSecret, scope, organization.toKey(), processCodes);
    }

    @Override
    public String toString() {
        return "ClientJson[" + clientId + "]"; // never the secret
    }
}
