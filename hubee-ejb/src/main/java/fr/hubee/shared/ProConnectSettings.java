package fr.hubee.shared;

import java.net.URI;

/**
 * How the portal is known to ProConnect.
 *
 * @param minimumAcr the weakest authentication that is let in, as its {@code acr} names it
 */
public record ProConnectSettings(URI issuer, String clientId, String clientSecret, String minimumAcr) {

    @Override
    public String toString() {
        return "ProConnectSettings[" + issuer + ", " + clientId + "]"; // never the secret
    }
}
