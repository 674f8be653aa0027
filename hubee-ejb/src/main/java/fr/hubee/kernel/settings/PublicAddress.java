package fr.hubee.kernel.settings;

import java.net.URI;

/**
 * The public address of the portal.
 *
 * @param uri without a trailing slash: links in mails begin with it
 */
public record PublicAddress(URI uri) {

    public PublicAddress(SettingSource source) {
        this(source.read("HUBEE_PUBLIC_ADDRESS", "http://localhost:8080", SettingValues::address));
    }

    public boolean isHttps() {
        return "https".equals(uri.getScheme());
    }
}
