package fr.hubee.people.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * An origin of sign-in attempts, for counting failures.
 *
 * @param most failures allowed within an hour: a whole town hall may use one address
 */
record Place(String text, int most) {
    static final int MOST_OF_AN_ADDRESS = 30;
    static final int MOST_OF_A_NETWORK = 200;
    private static final int LONGEST = 45;
    private static final int IPV4_KEPT = 3; // a /24
    private static final int IPV6_KEPT = 8; // a /64

    /** The address, and its network; in the order in which they are counted. */
    static List<Place> around(String address) {
        var text = address == null || address.length() > LONGEST ? "unknown" : address;
        return List.of(new Place(text, MOST_OF_AN_ADDRESS), new Place(network(text), MOST_OF_A_NETWORK));
    }

    private static String network(String address) {
        if (!address.matches("[0-9a-fA-F.]*[.:][0-9a-fA-F:.]*(%.*)?")) {
            return "unknown network"; // avoids a DNS lookup
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            int kept = bytes.length == 4 ? IPV4_KEPT : IPV6_KEPT;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException nonsense) {
            return "unknown network";
        }
    }
}
