package fr.hubee.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void whatIsNotSetHasAValueThatWorks() {
        var settings = read(Map.of());

        assertEquals(Path.of("/var/lib/hubee/blobs"), settings.blobs());
        assertEquals(Duration.ofHours(1), settings.tokenLife());
        assertEquals(List.of(), settings.bootstrap());
    }

    @Test
    void whatIsSetIsTakenWithoutTheSpacesAroundIt() {
        var settings = read(Map.of("HUBEE_BLOBS", " /data/blobs ", "HUBEE_TOKEN_LIFE", "PT5M"));

        assertEquals(Path.of("/data/blobs"), settings.blobs());
        assertEquals(Duration.ofMinutes(5), settings.tokenLife());
    }

    @Test
    void aBlankSettingIsNotSet() {
        assertEquals(Duration.ofHours(1), read(Map.of("HUBEE_TOKEN_LIFE", " ")).tokenLife());
    }

    @Test
    void severalBootstrapFilesKeepTheirOrder() {
        var settings = read(Map.of("HUBEE_BOOTSTRAP", "/etc/hubee/b.json, /etc/hubee/a.json,"));

        assertEquals(List.of(Path.of("/etc/hubee/b.json"), Path.of("/etc/hubee/a.json")), settings.bootstrap());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one hour", "60", "PT0S", "-PT1H"})
    void nonsenseStopsTheStartWithASentenceThatNamesTheSetting(String life) {
        var refusal = assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_TOKEN_LIFE", life)));

        assertEquals("The setting HUBEE_TOKEN_LIFE cannot be \"" + life + "\"", refusal.getMessage());
    }

    private static Settings read(Map<String, String> source) {
        return Settings.read(source::get);
    }
}
