package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.exchange.feed.WebhookAddresses.RefusedHost;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.InvalidRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {
    private static final WebhookSettings NONE = new WebhookSettings(List.of(), Optional.empty());

    private static WebhookSettings allowing(String networks) {
        return new WebhookSettings(new SettingSource(Map.of("HUBEE_WEBHOOK_NETWORKS", networks)::get));
    }

    private static WebhookAddresses addresses(WebhookSettings settings) {
        return new WebhookAddresses(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    /** Returns names that all mean these addresses. */
    private static DnsResolver names(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(literals[i]);
        }
        return new InMemoryDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return found.clone();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.175.48.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2620:4f:8000::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void aNameThatMeansALocalAddressIsRefused(String local) throws UnknownHostException {
        assertThrows(RefusedHost.class, () -> new WebhookAddresses(NONE, names(local)).resolve("town.example"));
        assertThrows(
                RefusedHost.class, () -> new WebhookAddresses(NONE, names("9.9.9.9", local)).resolve("town.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "100.63.0.1", "100.128.0.1", "172.32.0.1", "2620:fe::fe", "2a01:e0a::1"})
    void anAddressOfTheInternetIsAllowed(String literal) throws UnknownHostException {
        assertArrayEquals(
                new InetAddress[] {InetAddress.getByName(literal)},
                new WebhookAddresses(NONE, names(literal)).resolve("town.example"));
        addresses(NONE).require("https://" + (literal.contains(":") ? "[" + literal + "]" : literal) + "/hook");
    }

    @Test
    void settingsMayAllowAPrivateNetwork() throws UnknownHostException {
        var settings = allowing("10.20.0.0/16, fd12::/16");
        new WebhookAddresses(settings, names("10.20.1.1")).resolve("town.example");
        new WebhookAddresses(settings, names("fd12::1")).resolve("town.example");
        assertThrows(RefusedHost.class, () -> new WebhookAddresses(settings, names("10.21.1.1")).resolve("x"));
        assertThrows(IllegalStateException.class, () -> allowing("town.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://town.example/hook",
                "http://127.0.0.1:8080/hook",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://[::1:99999999999.0.0.1]/hook",
                "https://[fe80::1]/hook",
                "https://[fe80::1%25lo]/hook",
                "https://[fe80::1%lo]/hook",
                "https://[2620:fe::fe%25lo]/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://user:secret@town.example/hook",
                "https://town.example/hook#part",
                "ftp://town.example/hook",
                "file:///etc/passwd",
                "//town.example/hook",
                "https:///hook",
                "https://town .example/",
                "https://town.example:99999/hook",
                "https://town.example:0/hook",
                ""
            })
    void anAddressThatIsNotInHttpsOrIsLocalIsRefused(String text) {
        assertThrows(InvalidRequest.class, () -> addresses(NONE).require(text));
    }

    @Test
    void anAddressIsKeptInAsciiAndItsSchemeMayBeInCapitals() {
        assertEquals(
                "HTTPS://town.example:65535/%C3%A9t%C3%A9",
                addresses(NONE).require("HTTPS://town.example:65535/été").toString());
    }

    @Test
    void plainHttpIsAllowedOnlyToALoopbackAddressOfTheSettings() {
        var settings = allowing("127.0.0.1,10.0.0.0/8");
        assertEquals(
                8080, addresses(settings).require("http://127.0.0.1:8080/hook").getPort());
        Stream.of("http://10.0.0.1/hook", "http://127.0.0.2/hook", "http://localhost/hook")
                .forEach(text -> assertThrows(
                        InvalidRequest.class, () -> addresses(settings).require(text)));
        addresses(settings).require("https://10.0.0.1/hook");
        assertThrows(InvalidRequest.class, () -> addresses(settings).require("https://a.example/" + "x".repeat(2000)));
    }

    @Test
    void theProxyMayBePrivate() throws UnknownHostException {
        var settings =
                new WebhookSettings(new SettingSource(Map.of("HUBEE_WEBHOOK_PROXY", "http://proxy.example:3128")::get));
        new WebhookAddresses(settings, names("10.0.0.1")).resolve("proxy.example");
        assertThrows(RefusedHost.class, () -> new WebhookAddresses(settings, names("10.0.0.1")).resolve("other"));
    }
}
