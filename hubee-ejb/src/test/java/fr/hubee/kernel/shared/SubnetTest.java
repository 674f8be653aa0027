package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SubnetTest {
    @Test
    void anIpv4AddressIsOfItsFirstThreeBytesAlsoWhenItIsMappedToIpv6() {
        assertEquals("192.0.2.0/24", Subnet.of("192.0.2.77"));
        assertEquals("192.0.2.0/24", Subnet.of("::ffff:192.0.2.77"));
    }

    @Test
    void anIpv6AddressIsOfItsFirstFourGroupsHoweverItIsWritten() {
        assertEquals("2001:db8:1:2:0:0:0:0/64", Subnet.of("2001:db8:1:2:3:4:5:6"));
        assertEquals("2001:db8:0:0:0:0:0:0/64", Subnet.of("2001:db8::1"));
        assertEquals("2001:db8:0:0:0:0:0:0/64", Subnet.of("2001:0db8:0:0:0:0:0:1%eth0"));
        assertEquals("0:0:0:0:0:0:0:0/64", Subnet.of("::1"));
        assertEquals("fe80:0:0:0:0:0:0:0/64", Subnet.of("fe80::"));
    }

    @Test
    void anyOtherTextIsOfOneUnknownNetworkWithoutALookup() {
        assertEquals("unknown network", Subnet.of("unknown"));
        assertEquals("unknown network", Subnet.of("evil.example"));
        assertEquals("unknown network", Subnet.of("999.0.2.77"));
    }
}
