package fr.hubee.exchange.folder;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;

/** @param eventsPerDay how many events each party may add to a case within a day */
public record FolderSettings(int eventsPerDay) {

    public FolderSettings(SettingSource source) {
        this(source.read("HUBEE_EVENTS_PER_DAY", "200", SettingValues::atLeastOne));
    }
}
