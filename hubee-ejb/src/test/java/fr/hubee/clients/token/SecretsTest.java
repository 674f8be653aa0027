package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

        assertEquals(
                "TokenRequest[town]", new TokenRequest("town", "sesame", "client_credentials", "SI", "::1").toString());
        assertEquals("ShownCredentials[town]", new ShownCredentials("town", "sesame").toString());
        assertEquals("NewSecret", new NewSecret("sesame").toString());
        assertEquals("NewApiClient[town]", new NewApiClient("town", "sesame", Scope.SI, town, List.of()).toString());
    }
}
