package fr.hubee.websettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.settings.SettingSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebSettingsProducerTest {

    @Test
    void nonsenseStopsTheStartWhicheverSettingIsAskedFor() {
        var source = new SettingSource(Map.of("HUBEE_SECURITY_CONTACT", "nobody")::get);

        var refusal = assertThrows(IllegalStateException.class, () -> new WebSettingsProducer(source));

        assertEquals("The setting HUBEE_SECURITY_CONTACT cannot be \"nobody\"", refusal.getMessage());
    }
}
