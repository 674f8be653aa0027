package fr.hubee.portal.home;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.net.URI;
import java.util.Optional;

/** @param contact where to report vulnerabilities, for {@code /.well-known/security.txt} */
public record SecurityTextSettings(Optional<URI> contact) {

    public SecurityTextSettings(SettingSource source) {
        this(source.read("HUBEE_SECURITY_CONTACT", "", SecurityTextSettings::address));
    }

    private static Optional<URI> address(String text) {
        if (!text.isEmpty() && !text.matches("(mailto:[^@\\s]+@|https://)[^@\\s]+")) {
            throw new IllegalArgumentException("neither mailto: nor https:");
        }
        return SettingValues.optional(text).map(URI::create);
    }
}
