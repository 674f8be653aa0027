package fr.hubee.people.session;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Duration;

/** @param idle after how long without activity a session ends (specification §6.2) */
public record SessionSettings(Duration idle) {

    public SessionSettings(SettingSource source) {
        this(source.read("HUBEE_SESSION_IDLE", "PT60M", SettingValues::positiveDuration));
    }
}
