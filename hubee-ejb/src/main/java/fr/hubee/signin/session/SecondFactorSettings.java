package fr.hubee.signin.session;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.util.Set;

/** @param sensitiveProcesses codes of the démarches that require a second factor (specification §9.3) */
public record SecondFactorSettings(Set<String> sensitiveProcesses) {
    /** A disclosure of this personal data cannot be undone. */
    private static final String SENSITIVE = "CERTDC";

    public SecondFactorSettings(SettingSource source) {
        this(source.read("HUBEE_SENSITIVE_PROCESSES", SENSITIVE, SettingValues::codes));
    }
}
