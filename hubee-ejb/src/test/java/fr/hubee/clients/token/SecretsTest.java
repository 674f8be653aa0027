package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.hubee.clients.client.NewApiClient;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void secretsDoNotShowInTheTextOfWhatCarriesThem() {
        var town = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");

        assertFalse(new TokenRequest("town", "sesame", "client_credentials", "SI", "::1")
                .toString()
                .contains("sesame"));
        assertFalse(new ShownCredentials("town", "sesame").toString().contains("sesame"));
        assertFalse(new NewSecret("sesame").toString().contains("sesame"));
        assertFalse(new NewApiClient("town", "sesame", Scope.SI, town, List.of())
                .toString()
                .contains("sesame"));
    }
}
