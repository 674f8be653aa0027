package fr.hubee.kernel.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network of an address: a /24 for IPv4; a /64 for IPv6, which one subscriber may own. */
public final class Subnet {
    private static final String UNKNOWN = "unknown network";
    private static final int IPV4_KEPT = 3; // a /24
    private static final int IPV6_KEPT = 8; // a /64

    private Subnet() {}

    /** @param address from the servlet request, possibly IPv4 mapped to IPv6; any other text is of one unknown network */
    public static String of(String address) {
        var literal = address.split("%", 2)[0];
        if (!literal.matches("[0-9a-fA-F.]*[.:][0-9a-fA-F:.]*")) {
            return UNKNOWN; // avoids a DNS lookup
        }
        try {
            var bytes = InetAddress.getByName(literal).getAddress();
            int kept = bytes.length == 4 ? IPV4_KEPT : IPV6_KEPT;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException nonsense) {
            return UNKNOWN;
        }
    }
}
