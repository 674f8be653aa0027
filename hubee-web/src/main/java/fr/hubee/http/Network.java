package fr.hubee.http;

import io.undertow.util.NetworkUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;

/** A range of IP addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; or one address. */
record Network(InetAddress address, int bits) {

    /** @throws IllegalArgumentException for an invalid network */
    static Network parse(String text) {
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
    static Optional<InetAddress> address(String text) {
        try {
            var address =
                    text.contains(":") ? NetworkUtils.parseIpv6Address(text) : NetworkUtils.parseIpv4Address(text);
            return Optional.of(address);
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        var ours = address.getAddress();
        var theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
