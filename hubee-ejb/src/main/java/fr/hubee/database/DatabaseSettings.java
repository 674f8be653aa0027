package fr.hubee.database;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.time.Duration;

/**
 * How a server stands to the database.
 *
 * @param node its name among all servers
 * @param clockTolerance how far its clock may be from that of the database
 */
public record DatabaseSettings(String node, Duration clockTolerance) {
    public DatabaseSettings(SettingSource source) {
        this(
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("HUBEE_CLOCK_TOLERANCE", "PT30S", SettingValues::positiveDuration));
    }
}
