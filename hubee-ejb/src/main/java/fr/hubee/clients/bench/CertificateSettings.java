package fr.hubee.clients.bench;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.util.Set;

/** @param certifiers names of the keys of other hubs whose certificates of software are good here, too */
public record CertificateSettings(Set<String> certifiers) {

    public CertificateSettings(SettingSource source) {
        this(source.read("HUBEE_CERTIFIERS", "", CertificateSettings::names));
    }

    private static Set<String> names(String text) {
        return SettingValues.optional(text)
                .map(names -> Set.of(names.split("[,\\s]+")))
                .orElse(Set.of());
    }
}
