package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import io.undertow.util.NetworkUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxies whose forwarding headers are trusted: no other client can choose its address. */
record TrustedProxies(List<Network> networks) {
    private static final String SETTING = "HUBEE_TRUSTED_PROXIES";
    private static final String FORMER = "HUBEE_BEHIND_PROXY";

    static TrustedProxies read(SettingSource source) {
        if (source.<Boolean>read(FORMER, "", text -> !text.isEmpty())) {
            throw new IllegalStateException("The setting " + FORMER + " is no more: remove it, and list in " + SETTING
                    + " the networks of your proxies, such as 10.0.0.0/8");
        }
        return source.read(SETTING, "", TrustedProxies::of);
    }

    /** @param text networks with commas between them; empty for none */
    static TrustedProxies of(String text) {
        return new TrustedProxies(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Network::parse)
                .toList());
    }

    boolean trust(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * Returns the caller's address. Each proxy appends the address that it saw: the last one that is not our proxy is the caller, and what
     * precedes it may be forged.
     */
    InetAddress caller(InetAddress peer, List<String> forwardedFor) {
        var caller = peer;
        for (int each = forwardedFor.size() - 1; each >= 0 && trust(caller); each--) {
            var before = Network.address(forwardedFor.get(each));
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

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
}
