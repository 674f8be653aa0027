package fr.hubee.portal.desk.home;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
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
