package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.http.TrustedProxies.Forwarded;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardedTest {

    static Forwarded forwarded(String protocol, String host, String port) {
        return new Forwarded(List.of("gopher", protocol), List.of("evil.example", host), List.of("1", port));
    }

    @Test
    void theNearestProxySaysByWhichNameAndProtocolSheCame() {
        var told = forwarded("https", "hubee.example", "8443");

        assertEquals(Optional.of("https"), told.protocol());
        assertEquals(Optional.of("hubee.example:8443"), told.host("node-1:8080"));
        assertEquals(
                Optional.of("[2001:db8::1]:8443"),
                forwarded("https", "[2001:db8::1]:443", "8443").host(null));
    }

    @Test
    void theNameStandsWhereOnlyThePortIsGiven() {
        var told = new Forwarded(List.of(), List.of(), List.of("443"));

        assertEquals(Optional.empty(), told.protocol());
        assertEquals(Optional.of("node-1:443"), told.host("node-1:8080"));
        assertEquals(Optional.empty(), told.host(null));
    }

    @Test
    void whatMakesNoSenseIsNotBelieved() {
        var told = forwarded("javascript", "evil.example/?", "80@evil");

        assertEquals(Optional.empty(), told.protocol());
        assertEquals(Optional.empty(), told.host("node-1:8080"));
    }
}
