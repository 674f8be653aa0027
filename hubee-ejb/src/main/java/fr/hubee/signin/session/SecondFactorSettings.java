package fr.hubee.signin.session;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.util.Set;

/** @param sensitiveProcesses codes of the démarches that nobody reaches with a password alone (specification §9.3) */
public record SecondFactorSettings(Set<String> sensitiveProcesses) {
    /** What it says of somebody cannot be taken back. */
    private static final String SENSITIVE = "CERTDC";

    public SecondFactorSettings(SettingSource source) {
        this(source.read("HUBEE_SENSITIVE_PROCESSES", SENSITIVE, SettingValues::codes));
    }
}
