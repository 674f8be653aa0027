package fr.hubee.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.shared.settings.SettingSource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {

    @Test
    void whatIsNotSetHasAValueThatWorks() {
        assertEquals(Path.of("/var/lib/hubee/blobs"), read(Map.of()).blobs());
    }

    @Test
    void whatIsSetIsTakenWithoutTheSpacesAroundIt() {
        assertEquals(
                Path.of("/data/blobs"),
                read(Map.of("HUBEE_BLOBS", " /data/blobs ")).blobs());
    }

    private static StorageSettings read(Map<String, String> texts) {
        return new StorageSettings(new SettingSource(texts::get));
    }
}
