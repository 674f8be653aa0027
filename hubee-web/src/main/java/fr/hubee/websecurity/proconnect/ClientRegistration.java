package fr.hubee.websecurity.proconnect;

import fr.hubee.shared.AuthenticationLevel;
import java.net.URI;

/**
 * How the portal is known to ProConnect.
 *
 * @param minimum the weakest authentication that is let in
 */
public record ClientRegistration(URI issuer, String clientId, String clientSecret, AuthenticationLevel minimum) {

    @Override
    public String toString() {
        return "ClientRegistration[" + issuer + ", " + clientId + "]"; // never the secret
    }
}
