package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    static final TrustedProxies OURS = TrustedProxies.of("10.1.0.0/16, 2001:db8:1::/48,192.0.2.7");

    static InetAddress address(String text) {
        return Network.address(text).orElseThrow();
    }

    static String caller(String peer, String... forwardedFor) {
        return OURS.caller(address(peer), List.of(forwardedFor)).getHostAddress();
    }

    @Test
    void aNetworkHoldsWhatBeginsAsItDoes() {
        assertTrue(OURS.trust(address("10.1.255.3")));
        assertFalse(OURS.trust(address("10.2.0.1")));
        assertTrue(OURS.trust(address("192.0.2.7")));
        assertFalse(OURS.trust(address("192.0.2.6")));
        assertTrue(OURS.trust(address("2001:db8:1:ffff::1")));
        assertFalse(OURS.trust(address("2001:db8:2::1")));
        assertTrue(Network.parse("192.0.2.128/25").contains(address("192.0.2.200")));
        assertFalse(Network.parse("192.0.2.128/25").contains(address("192.0.2.100")));
        assertTrue(Network.parse("0.0.0.0/0").contains(address("203.0.113.9")));
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertFalse(TrustedProxies.of("").trust(address("127.0.0.1")));
        assertEquals("203.0.113.9", caller("203.0.113.9", "198.51.100.1"));
    }

    @Test
    void theLastOneWhoIsNoProxyOfOursCalls() {
        assertEquals("198.51.100.1", caller("10.1.0.1", "198.51.100.1"));
        assertEquals("198.51.100.1", caller("10.1.0.1", "127.0.0.1", "8.8.8.8", "198.51.100.1", "192.0.2.7"));
        assertEquals("10.1.0.1", caller("10.1.0.1"));
        assertEquals("10.1.0.2", caller("10.1.0.1", "10.1.0.2"));
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        assertEquals("10.1.0.1", caller("10.1.0.1", "198.51.100.1", "localhost"));
        assertEquals("10.1.0.1", caller("10.1.0.1", "unknown"));
        assertEquals("10.1.0.1", caller("10.1.0.1", ""));
    }

    @Test
    void whatIsNoNetworkStopsTheStart() {
        for (var text :
                List.of("10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "proxy.example", "::1/129", "true")) {
            var refused = assertThrows(
                    IllegalStateException.class,
                    () -> TrustedProxies.read(new SettingSource(Map.of("HUBEE_TRUSTED_PROXIES", text)::get)),
                    text);
            assertEquals("The setting HUBEE_TRUSTED_PROXIES cannot be \"" + text + "\"", refused.getMessage());
        }
    }

    @Test
    void theFormerSettingStopsTheStartToo() {
        var refused = assertThrows(
                IllegalStateException.class,
                () -> TrustedProxies.read(new SettingSource(Map.of("HUBEE_BEHIND_PROXY", "true")::get)));

        assertTrue(refused.getMessage().contains("HUBEE_TRUSTED_PROXIES"), refused::getMessage);
    }
}
