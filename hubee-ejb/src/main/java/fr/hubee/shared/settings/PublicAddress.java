package fr.hubee.shared.settings;

import jakarta.inject.Inject;
import java.net.URI;

/**
 * Where people reach the portal.
 *
 * @param uri without a slash at its end: links in mails begin with it
 */
@Settings
public record PublicAddress(URI uri) {

    @Inject
    PublicAddress(SettingSource source) {
        this(source.read("HUBEE_PUBLIC_ADDRESS", "http://localhost:8080", SettingValues::address));
    }

    public boolean isHttps() {
        return "https".equals(uri.getScheme());
    }
}
