package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void anIpv4AddressIsOfItsFirstThreeBytesAlsoWhenItIsMappedToIpv6() {
        assertEquals("192.0.2.0/24", Network.around("192.0.2.77"));
        assertEquals("192.0.2.0/24", Network.around("::ffff:192.0.2.77"));
    }

    @Test
    void anIpv6AddressIsOfItsFirstFourGroupsHoweverItIsWritten() {
        assertEquals("2001:db8:1:2:0:0:0:0/64", Network.around("2001:db8:1:2:3:4:5:6"));
        assertEquals("2001:db8:0:0:0:0:0:0/64", Network.around("2001:db8::1"));
        assertEquals("2001:db8:0:0:0:0:0:0/64", Network.around("2001:0db8:0:0:0:0:0:1%eth0"));
        assertEquals("0:0:0:0:0:0:0:0/64", Network.around("::1"));
        assertEquals("fe80:0:0:0:0:0:0:0/64", Network.around("fe80::"));
    }

    @Test
    void anyOtherTextIsOfOneUnknownNetworkWithoutALookup() {
        assertEquals("unknown network", Network.around("unknown"));
        assertEquals("unknown network", Network.around("evil.example"));
        assertEquals("unknown network", Network.around("999.0.2.77"));
    }
}
