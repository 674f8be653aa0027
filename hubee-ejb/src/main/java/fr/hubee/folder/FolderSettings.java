package fr.hubee.folder;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;

/** @param eventsPerDay how many events each party may add to a case within a day */
public record FolderSettings(int eventsPerDay) {

    public FolderSettings(SettingSource source) {
        this(source.read("HUBEE_EVENTS_PER_DAY", "200", SettingValues::atLeastOne));
    }
}
