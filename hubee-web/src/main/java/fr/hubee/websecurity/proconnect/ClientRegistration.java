package fr.hubee.websecurity.proconnect;

import fr.hubee.kernel.shared.AuthenticationLevel;
import java.net.URI;

/**
 * The registration of the portal at ProConnect.
 *
 * @param minimum the minimum level of authentication
 */
public record ClientRegistration(URI issuer, String clientId, String clientSecret, AuthenticationLevel minimum) {

    @Override
    public String toString() {
        return "ClientRegistration[" + issuer + ", " + clientId + "]"; // never the secret
    }
}
