package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.settings.SettingSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    @Test
    void whatIsNotSetHasAValueThatWorks() {
        assertEquals(new TokenSettings(Duration.ofHours(1), 600, Duration.ofDays(7)), read(Map.of()));
    }

    @Test
    void aBlankSettingIsNotSet() {
        assertEquals(Duration.ofHours(1), read(Map.of("HUBEE_TOKEN_LIFE", " ")).life());
    }

    @Test
    void whatIsSetIsTaken() {
        assertEquals(
                Duration.ofMinutes(5), read(Map.of("HUBEE_TOKEN_LIFE", "PT5M")).life());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one hour", "60", "PT0S", "-PT1H"})
    void nonsenseIsRefusedWithASentenceThatNamesTheSetting(String life) {
        var refusal = assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_TOKEN_LIFE", life)));

        assertEquals("The setting HUBEE_TOKEN_LIFE cannot be \"" + life + "\"", refusal.getMessage());
    }

    @Test
    void softwareMayCallAtLeastOnceASecond() {
        assertEquals(50, read(Map.of("HUBEE_CALLS_PER_SECOND", "50")).callsPerSecond());
        assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_CALLS_PER_SECOND", "0")));
    }

    private static TokenSettings read(Map<String, String> texts) {
        return new TokenSettings(new SettingSource(texts::get));
    }
}
