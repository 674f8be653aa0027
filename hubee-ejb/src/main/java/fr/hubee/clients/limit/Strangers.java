package fr.hubee.clients.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts failed authentications by address and by network, on this node. After too many, further attempts are rejected
 * unchecked until the wait is over, except for clients known from that address.
 */
@ApplicationScoped
@PermitAll // the caller is not authenticated yet
public class Strangers {
    /** Costs a database query. */
    public static final int WRONG_TOKEN = 1;

    /** Costs a hash computation. */
    public static final int WRONG_SECRET = 10;

    private static final Limit ADDRESS = new Limit("address", 300, 2);
    private static final Limit NETWORK = new Limit("network", 1500, 10);

    private final Ticker ticker;
    private final Cache<String, Bucket> addresses;
    private final Cache<String, Bucket> networks;
    private final Cache<String, Boolean> acquaintances;

    private record Limit(String name, int most, int perSecond) {
        /** Seconds until an empty bucket is full. */
        int window() {
            return most / perSecond;
        }
    }

    Strangers() {
        this(Ticker.systemTicker());
    }

    Strangers(Ticker ticker) {
        this.ticker = ticker;
        this.addresses = buckets(ADDRESS, ticker);
        this.networks = buckets(NETWORK, ticker);
        this.acquaintances = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(Duration.ofDays(1))
                .maximumSize(50_000)
                .build();
    }

    /** Full buckets are evicted. */
    private static Cache<String, Bucket> buckets(Limit limit, Ticker ticker) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterAccess(Duration.ofSeconds(limit.window()))
                .maximumSize(100_000)
                .build();
    }

    /** The limit that applies to calls from this address until a wait is over; empty when there is none. */
    public Optional<RateLimit> hold(String address) {
        return Stream.of(
                        hold(ADDRESS, addresses.getIfPresent(address)),
                        hold(NETWORK, networks.getIfPresent(NetworkName.of(address))))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(RateLimit::reset));
    }

    private Optional<RateLimit> hold(Limit limit, Bucket bucket) {
        var wait = bucket == null ? Duration.ZERO : bucket.wait(ticker.read(), limit.perSecond(), limit.most());
        return wait.isZero()
                ? Optional.empty()
                : Optional.of(new RateLimit(limit.name(), limit.most(), limit.window(), 0, wait, true));
    }

    /** @param who was authenticated: a client with its address, or a token */
    public void met(String who) {
        acquaintances.put(who, true);
    }

    /** Whether this name authenticated within a day: it is still accepted, even if others fail from the same address. */
    public boolean isMet(String who) {
        return acquaintances.getIfPresent(who) != null;
    }

    /** Records a request without authentication that costs a few database queries. */
    public void asked(String address) {
        failed(address, WRONG_TOKEN);
    }

    /** @param cost {@link #WRONG_TOKEN} or {@link #WRONG_SECRET} */
    public void failed(String address, int cost) {
        long now = ticker.read();
        addresses
                .get(address, any -> new Bucket(ADDRESS.most(), now))
                .spend(cost, now, ADDRESS.perSecond(), ADDRESS.most());
        networks.get(NetworkName.of(address), any -> new Bucket(NETWORK.most(), now))
                .spend(cost, now, NETWORK.perSecond(), NETWORK.most());
    }

    /** The network of an address: a /24 for IPv4; a /64 for IPv6, which one subscriber may own. */
    static final class NetworkName {
        private static final int GROUPS = 8;
        private static final int KEPT = 4;

        private NetworkName() {}

        /** @param address from the servlet request, possibly IPv4 mapped to IPv6 */
        static String of(String address) {
            int dot = address.lastIndexOf('.');
            if (dot >= 0) {
                return address.substring(address.lastIndexOf(':') + 1, dot);
            }
            return address.contains(":") ? firstGroups(address) : address;
        }

        private static String firstGroups(String address) {
            var halves = address.split("%", 2)[0].split("::", 2);
            var before = groups(halves[0]);
            var after = halves.length == 1 ? List.<String>of() : groups(halves[1]);
            var skipped = Stream.generate(() -> "0").limit(GROUPS - Math.min(GROUPS, before.size() + after.size()));
            return Stream.of(before.stream(), skipped, after.stream())
                    .flatMap(each -> each)
                    .limit(KEPT)
                    .map(group -> group.replaceFirst("^0+(?=.)", ""))
                    .collect(Collectors.joining(":"));
        }

        private static List<String> groups(String text) {
            return Arrays.stream(text.split(":", -1))
                    .filter(group -> !group.isEmpty())
                    .toList();
        }
    }
}
