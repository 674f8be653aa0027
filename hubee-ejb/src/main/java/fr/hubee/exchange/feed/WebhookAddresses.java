package fr.hubee.exchange.feed;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Decides where webhooks may be sent, so that nobody reaches the networks behind the hub through it (SSRF). Each connection resolves its
 * name here, once, and goes to an address that was checked: what the name means a moment later does not matter.
 */
final class WebhookAddresses implements DnsResolver {
    private static final int LONGEST = 2000;
    private static final int LAST_PORT = 65_535;

    /** The part of IPv6 that is assigned to the Internet; all else is local, or stands for an address of IPv4. */
    private static final Network INTERNET_6 = Network.parse("2000::/3");

    /**
     * Special ranges (RFC 6890, and the registries of IANA that follow it): this host, private, shared by carriers, local, tests, multicast,
     * reserved; tunnels to IPv4; name servers for private addresses (AS112), which networks have of their own; metadata of Azure.
     */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(Network::parse)
            .toList();

    /** The end of a host that is not a name: an address, in whatever notation. */
    private static final Pattern NUMBER = Pattern.compile("(^|\\.)\\d[^.]*$");

    /** Says why nothing is sent to an address. */
    enum AddressProblem implements Labelled {
        NOT_OF_WEB("address is not an address of the web, without user and fragment"),
        LOCAL("address is in a network to which webhooks are not sent"),
        NOT_SECURE("address does not begin with https://");

        private final String text;

        AddressProblem(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private final WebhookSettings settings;
    private final DnsResolver names;

    WebhookAddresses(WebhookSettings settings, DnsResolver names) {
        this.settings = settings;
        this.names = names;
    }

    /** Reads an address for software, which is told in English what is wrong. */
    URI require(String text) {
        return require(text, problem -> problem.text);
    }

    /**
     * Reads the address of an endpoint: in https, or in http for a loopback address that the settings allow.
     *
     * @param words of the refusal
     * @throws InvalidRequest when nothing may be sent there
     */
    URI require(String text, Function<AddressProblem, String> words) {
        var address = parse(text)
                .filter(WebhookAddresses::isOfWeb)
                .orElseThrow(() -> new InvalidRequest(words.apply(AddressProblem.NOT_OF_WEB)));
        var host = address.getHost().replaceAll("^\\[|]$", "");
        var literal = Network.address(host); // none with a zone (RFC 6874), which is a network of this machine
        boolean name = literal.isEmpty()
                && !host.contains(":")
                && !NUMBER.matcher(host).find();
        if (!name && literal.filter(this::isAllowed).isEmpty()) {
            throw new InvalidRequest(words.apply(AddressProblem.LOCAL));
        }
        boolean plain = "http".equalsIgnoreCase(address.getScheme())
                && literal.filter(InetAddress::isLoopbackAddress).isPresent();
        if (!plain && !"https".equalsIgnoreCase(address.getScheme())) {
            throw new InvalidRequest(words.apply(AddressProblem.NOT_SECURE));
        }
        return address;
    }

    private static Optional<URI> parse(String text) {
        try {
            var ascii = new URI(text).toASCIIString();
            return ascii.length() > LONGEST ? Optional.empty() : Optional.of(new URI(ascii));
        } catch (URISyntaxException | NumberFormatException invalid) { // the latter for some addresses of IPv6
            return Optional.empty();
        }
    }

    private static boolean isOfWeb(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT;
    }

    boolean isAllowed(InetAddress address) {
        boolean internet = address.getAddress().length == 4 || INTERNET_6.contains(address);
        return settings.networks().stream().anyMatch(network -> network.contains(address))
                || (internet && SPECIAL.stream().noneMatch(network -> network.contains(address)));
    }

    /** Returns all addresses of the host; those of the proxy need no check. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = names.resolve(host);
        boolean proxy = settings.proxy()
                .filter(uri -> host.equalsIgnoreCase(uri.getHost()))
                .isPresent();
        if (!proxy && !Stream.of(found).allMatch(this::isAllowed)) {
            throw new RefusedHost(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A host with an address to which no webhook may be sent; it does not say which: callers must not learn our networks. */
    static final class RefusedHost extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedHost(String host) {
            super(host);
        }
    }
}
