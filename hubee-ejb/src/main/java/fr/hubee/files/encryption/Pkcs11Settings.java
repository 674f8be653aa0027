package fr.hubee.files.encryption;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A device, or a service, that keeps master keys inside.
 *
 * @param configuration of the JDK's provider SunPKCS11; empty where there is no device
 * @param label of the current key
 */
public record Pkcs11Settings(Optional<Path> configuration, String pin, String label) {

    public Pkcs11Settings(SettingSource source) {
        this(
                source.read(
                        "HUBEE_PKCS11", "", text -> SettingValues.optional(text).map(Path::of)),
                source.secret("HUBEE_PKCS11_PIN", text -> text),
                source.read("HUBEE_PKCS11_KEY", "", text -> text));
        if (configuration.isPresent() && (pin.isEmpty() || label.isEmpty())) {
            throw new IllegalStateException("HUBEE_PKCS11 needs HUBEE_PKCS11_PIN and HUBEE_PKCS11_KEY");
        }
    }

    @Override
    public String toString() {
        return "Pkcs11Settings[" + configuration + ", " + label + "]"; // no secret in a log
    }
}
