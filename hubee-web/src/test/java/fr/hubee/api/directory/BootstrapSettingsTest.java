package fr.hubee.api.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.settings.SettingSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BootstrapSettingsTest {

    @Test
    void nothingIsLoadedUnlessItIsNamed() {
        assertEquals(List.of(), read(Map.of()).files());
    }

    @Test
    void severalFilesKeepTheirOrder() {
        var settings = read(Map.of("HUBEE_BOOTSTRAP", "/etc/hubee/b.json, /etc/hubee/a.json,"));

        assertEquals(List.of(Path.of("/etc/hubee/b.json"), Path.of("/etc/hubee/a.json")), settings.files());
    }

    private static BootstrapSettings read(Map<String, String> texts) {
        return new BootstrapSettings(new SettingSource(texts::get));
    }
}
