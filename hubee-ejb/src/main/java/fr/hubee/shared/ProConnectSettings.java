package fr.hubee.shared;

import java.net.URI;

/**
 * How the portal is known to ProConnect.
 *
 * @param minimum the weakest authentication that is let in
 */
public record ProConnectSettings(URI issuer, String clientId, String clientSecret, AuthenticationLevel minimum) {

    @Override
    public String toString() {
        return "ProConnectSettings[" + issuer + ", " + clientId + "]"; // never the secret
    }
}
