package fr.hubee.operation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SettingsProducerTest {

    @Test
    void nonsenseStopsTheStartWhicheverSettingIsAskedFor() {
        var source = new SettingSource(Map.of("HUBEE_DB_SSLMODE", "full")::get);

        var refusal = assertThrows(IllegalStateException.class, () -> new SettingsProducer(source));

        assertEquals("The setting HUBEE_DB_SSLMODE cannot be \"full\"", refusal.getMessage());
    }

    @Test
    void aStartNamesTheSettingsThatNobodyReadsAnyMore() {
        var said = new ArrayList<String>();
        var log = Logger.getLogger(SettingsProducer.class.getName());
        log.setFilter(line -> said.add(line.getMessage()));
        System.setProperty("HUBEE_ZIP_ROOM", "1");
        try {
            new SettingsProducer();
        } finally {
            System.clearProperty("HUBEE_ZIP_ROOM");
            log.setFilter(null);
        }

        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).contains("are ignored: HUBEE_ZIP_ROOM."), said::toString);
    }
}
