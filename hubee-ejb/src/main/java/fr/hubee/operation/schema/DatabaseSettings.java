package fr.hubee.operation.schema;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Duration;

/**
 * How a server stands to the database.
 *
 * @param node its name among all servers
 * @param clockTolerance how far its clock may be from that of the database; farther in tests, which move it
 */
public record DatabaseSettings(String node, Duration clockTolerance) {
    public DatabaseSettings(SettingSource source) {
        this(
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("hubee.it.clock.tolerance", "PT30S", SettingValues::positiveDuration));
    }
}
