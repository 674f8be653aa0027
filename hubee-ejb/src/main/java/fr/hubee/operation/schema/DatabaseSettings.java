package fr.hubee.operation.schema;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Duration;

/**
 * Settings of the relation between a server and the database.
 *
 * @param clockTolerance maximum difference between its clock and that of the database; larger in tests, which move it
 */
public record DatabaseSettings(String node, Duration clockTolerance) {
    public DatabaseSettings(SettingSource source) {
        this(
                source.read("HUBEE_NODE", "hubee", SettingValues::required),
                source.read("hubee.it.clock.tolerance", "PT30S", SettingValues::positiveDuration));
    }
}
