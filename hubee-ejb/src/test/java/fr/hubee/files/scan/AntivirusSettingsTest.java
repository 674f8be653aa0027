package fr.hubee.files.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AntivirusSettingsTest {
    private static AntivirusSettings read(Map<String, String> settings) {
        return new AntivirusSettings(new SettingSource(settings::get));
    }

    private static AntivirusSettings of(String scanner) {
        return read(Map.of("HUBEE_ANTIVIRUS", scanner));
    }

    @Test
    void filesAreScannedUnlessTheWordOffIsSaid() {
        assertFalse(read(Map.of()).isOff());
        assertTrue(of("off").isOff());
        for (var other : new String[] {"false", "OFF", "none", "3310"}) {
            assertThrows(IllegalStateException.class, () -> of(other), other);
        }
    }

    @Test
    void theScannerIsAHostWithAPortOrASocket() {
        assertEquals(
                Optional.of(InetSocketAddress.createUnresolved("scan.example", 3310)),
                of("scan.example:3310").scanner());
        assertEquals(
                Optional.of(UnixDomainSocketAddress.of("/run/clamav/clamd.ctl")),
                of("/run/clamav/clamd.ctl").scanner());
    }
}
