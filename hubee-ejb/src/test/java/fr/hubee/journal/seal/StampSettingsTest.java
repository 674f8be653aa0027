package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampSettingsTest {
    @TempDir
    Path folder;

    static StampSettings of(Map<String, String> settings) {
        return new StampSettings(new SettingSource(settings::get));
    }

    @Test
    void nobodyStampsUnlessSomebodyIsNamed() {
        assertTrue(of(Map.of()).address().isEmpty());
    }

    @Test
    void whoStampsIsNamedWithWhoIsTrusted() throws IOException {
        var root = OwnAuthority.good().rootIn(folder).toString();

        var settings = of(Map.of("HUBEE_TSA", "http://tsa.example/tsr", "HUBEE_TSA_CERTIFICATES", root));

        assertEquals("tsa.example", settings.address().orElseThrow().getHost());
        assertThrows(IllegalStateException.class, () -> of(Map.of("HUBEE_TSA", "http://tsa.example/tsr")));
    }

    @Test
    void whatNobodyCanUseStopsTheStart() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "").toString();
        for (var setting : Map.of(
                        "HUBEE_TSA",
                        "ftp://tsa.example",
                        "HUBEE_TSA_CERTIFICATES",
                        empty,
                        "HUBEE_TSA_POLICY",
                        "the usual")
                .entrySet()) {
            var refused =
                    assertThrows(IllegalStateException.class, () -> of(Map.of(setting.getKey(), setting.getValue())));
            assertTrue(refused.getMessage().contains(setting.getKey()), refused.getMessage());
        }
    }

    @Test
    void anAddressInHttpsAndAPolicyAreTaken() throws IOException {
        var root = OwnAuthority.good().rootIn(folder).toString();

        var settings = of(Map.of(
                "HUBEE_TSA", "https://tsa.example/tsr",
                "HUBEE_TSA_CERTIFICATES", root,
                "HUBEE_TSA_POLICY", "1.3.6.1.4.1.4146.2.3"));

        assertEquals("https", settings.address().orElseThrow().getScheme());
        assertEquals(Optional.of("1.3.6.1.4.1.4146.2.3"), settings.policy());
        assertEquals(Optional.empty(), of(Map.of()).policy());
    }

    @Test
    void anAddressWithoutAHostIsRefused() {
        assertThrows(IllegalStateException.class, () -> of(Map.of("HUBEE_TSA", "https:///tsr")));
    }
}
