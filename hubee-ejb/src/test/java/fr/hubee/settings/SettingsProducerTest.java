package fr.hubee.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.shared.settings.SettingSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsProducerTest {

    @Test
    void nonsenseStopsTheStartWhicheverSettingIsAskedFor() {
        var source = new SettingSource(Map.of("HUBEE_DB_SSLMODE", "full")::get);

        var refusal = assertThrows(IllegalStateException.class, () -> new SettingsProducer(source));

        assertEquals("The setting HUBEE_DB_SSLMODE cannot be \"full\"", refusal.getMessage());
    }
}
