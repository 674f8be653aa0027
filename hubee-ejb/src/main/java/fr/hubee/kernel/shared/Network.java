package fr.hubee.kernel.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; or one address.
 *
 * @param address the first one
 * @param bits that all of them share
 */
public record Network(InetAddress address, int bits) {
    private static final Pattern LITERAL =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final String UNKNOWN = "unknown network";

    public Network {
        address = first(address, bits);
    }

    /** @throws IllegalArgumentException for an invalid network */
    public static Network parse(String text) {
        var parts = text.split("/", 2);
        var address = address(parts[0]).orElseThrow(() -> new IllegalArgumentException("no address: " + text));
        int most = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("no length of a network: " + text);
        }
        return new Network(address, bits);
    }

    /** Returns a literal address; empty for a host name, without a DNS query. */
    public static Optional<InetAddress> address(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException gone) {
            return Optional.empty();
        }
    }

    /**
     * Returns the network around an address, as text: a /24 for IPv4; a /64 for IPv6, which one subscriber may own.
     *
     * @param address from the servlet request, possibly IPv4 mapped to IPv6; any other text is of one unknown network
     */
    public static String around(String address) {
        return address(address.split("%", 2)[0])
                .map(literal -> new Network(literal, literal.getAddress().length == 4 ? 24 : 64))
                .map(Network::toString)
                .orElse(UNKNOWN);
    }

    /** Returns the part of an address that belongs to one caller: all of IPv4, a /64 of IPv6. */
    public static Network ofCaller(InetAddress address) {
        return new Network(address, Math.min(address.getAddress().length * Byte.SIZE, 64));
    }

    public boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length && equals(new Network(other, bits));
    }

    private static InetAddress first(InetAddress address, int bits) {
        var bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}
