package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Network;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies whose forwarding headers are trusted: they say the caller's address, host name and protocol. Those headers are removed from
 * anyone else's requests, so that no code uses them by mistake, and no other client can choose its address.
 */
public record TrustedProxies(List<Network> networks) {
    private static final String SETTING = "HUBEE_TRUSTED_PROXIES";
    private static final String FORMER = "HUBEE_BEHIND_PROXY";

    private static final AttachmentKey<Boolean> BROUGHT = AttachmentKey.create(Boolean.class);

    private static final List<HttpString> FORWARDED = List.of(
            Headers.X_FORWARDED_FOR,
            Headers.X_FORWARDED_PROTO,
            Headers.X_FORWARDED_HOST,
            Headers.X_FORWARDED_PORT,
            Headers.FORWARDED);

    public static TrustedProxies read(SettingSource source) {
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

    /** Whether one of our proxies sent the request: only then are the headers that proxies add trusted. */
    public static boolean brought(HttpServerExchange exchange) {
        return exchange.getAttachment(BROUGHT) != null;
    }

    /** Reads the headers of our proxies, and removes those of others. */
    HttpHandler checking(HttpHandler next) {
        return exchange -> {
            var peer = exchange.getSourceAddress();
            if (peer != null && peer.getAddress() != null && trust(peer.getAddress())) {
                exchange.putAttachment(BROUGHT, true);
                believe(exchange, peer);
            } else {
                FORWARDED.forEach(exchange.getRequestHeaders()::remove);
            }
            next.handleRequest(exchange);
        };
    }

    private void believe(HttpServerExchange exchange, InetSocketAddress peer) {
        var caller = caller(peer.getAddress(), values(exchange, Headers.X_FORWARDED_FOR));
        if (!caller.equals(peer.getAddress())) {
            exchange.setSourceAddress(new InetSocketAddress(caller, 0)); // its port is unknown
        }
        var told = new Forwarded(
                values(exchange, Headers.X_FORWARDED_PROTO),
                values(exchange, Headers.X_FORWARDED_HOST),
                values(exchange, Headers.X_FORWARDED_PORT));
        told.protocol().ifPresent(exchange::setRequestScheme);
        var headers = exchange.getRequestHeaders();
        told.host(headers.getFirst(Headers.HOST)).ifPresent(host -> headers.put(Headers.HOST, host));
    }

    private static List<String> values(HttpServerExchange exchange, HttpString header) {
        var lines = exchange.getRequestHeaders().get(header);
        return lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(line -> Stream.of(line.split(",", -1)))
                        .map(String::strip)
                        .toList();
    }

    /** The {@code X-Forwarded-*} values of the proxies; those of the nearest proxy come last. */
    record Forwarded(List<String> protocols, List<String> hosts, List<String> ports) {
        private static final Set<String> PROTOCOLS = Set.of("http", "https");
        private static final Pattern HOST = Pattern.compile("(?<name>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
        private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

        Optional<String> protocol() {
            return last(protocols).filter(PROTOCOLS::contains);
        }

        /** @param host the request's own Host; null for none */
        Optional<String> host(String host) {
            var told = last(hosts).filter(each -> HOST.matcher(each).matches());
            var port = last(ports).filter(each -> PORT.matcher(each).matches());
            if (port.isEmpty()) {
                return told;
            }
            var name = HOST.matcher(told.orElse(host == null ? "" : host));
            return name.matches() ? Optional.of(name.group("name") + ":" + port.get()) : told;
        }

        private static Optional<String> last(List<String> values) {
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
        }
    }
}
