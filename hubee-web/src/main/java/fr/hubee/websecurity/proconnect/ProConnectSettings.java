package fr.hubee.websecurity.proconnect;

import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import fr.hubee.kernel.shared.AuthenticationLevel;
import java.net.URI;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * @param registration empty when people sign in with a password only
 * @param key encrypts the cookies; required with ProConnect
 */
public record ProConnectSettings(Optional<ClientRegistration> registration, Optional<SecretKey> key) {

    public ProConnectSettings(SettingSource source) {
        this(
                source.read("HUBEE_PROCONNECT_ISSUER", "", SettingValues::optional)
                        .map(issuer -> registration(source)),
                new EncryptionSettings(source).key());
        if (registration.isPresent() && key.isEmpty()) {
            throw new IllegalStateException("The setting HUBEE_PROCONNECT_ISSUER needs HUBEE_KEY too");
        }
    }

    private static ClientRegistration registration(SettingSource source) {
        return new ClientRegistration(
                source.read("HUBEE_PROCONNECT_ISSUER", "", SettingValues::address),
                source.read("HUBEE_PROCONNECT_CLIENT_ID", "", SettingValues::required),
                source.secret("HUBEE_PROCONNECT_CLIENT_SECRET", SettingValues::required),
                source.read("HUBEE_PROCONNECT_ACR", "eidas1", ProConnectSettings::level));
    }

    /** Returns the level; a self-declared identity is not accepted. */
    private static AuthenticationLevel level(String acr) {
        return AuthenticationLevel.of(acr)
                .filter(level -> level.isAtLeast(AuthenticationLevel.EIDAS1))
                .orElseThrow();
    }

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
}
