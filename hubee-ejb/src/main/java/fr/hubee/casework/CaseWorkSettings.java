package fr.hubee.casework;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.util.Set;

/** @param neverRefused codes of the démarches whose cases cannot be refused in the portal */
public record CaseWorkSettings(Set<String> neverRefused) {
    /** Groups A and E of specification §3.2. */
    private static final String NEVER_REFUSED = "CERTDC,CAF-contact,ContactsAllocataires-BRSA,SNATED";

    public CaseWorkSettings(SettingSource source) {
        this(source.read("HUBEE_NEVER_REFUSED", NEVER_REFUSED, SettingValues::codes));
    }
}
