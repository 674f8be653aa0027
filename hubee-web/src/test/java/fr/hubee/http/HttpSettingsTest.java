package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.settings.SettingSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static HttpSettings read(String token) {
        return new HttpSettings(new SettingSource(name -> name.equals("HUBEE_METRICS_TOKEN") ? token : null));
    }

    @Test
    void withoutATokenNobodyReadsTheMetrics() {
        assertEquals(Optional.empty(), read(null).metricsToken());
    }

    @Test
    void aTokenThatCanBeGuessedStopsTheStart() {
        assertEquals(Optional.of(TOKEN), read(TOKEN).metricsToken());
        var refused = assertThrows(IllegalStateException.class, () -> read(TOKEN.substring(1)));
        assertFalse(refused.getMessage().contains(TOKEN.substring(1)));
    }

    @Test
    void itIsWrittenNowhere() {
        assertFalse(read(TOKEN).toString().contains(TOKEN));
    }
}
