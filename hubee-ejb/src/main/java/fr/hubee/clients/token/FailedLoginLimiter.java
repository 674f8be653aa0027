package fr.hubee.clients.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.shared.Network;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts failed authentications by address and by network, on this node. After too many, further attempts are rejected
 * unchecked until the wait is over, except for clients known from that address.
 */
@ApplicationScoped
@PermitAll // the caller is not authenticated yet
public class FailedLoginLimiter {
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

    FailedLoginLimiter() {
        this(Ticker.systemTicker());
    }

    FailedLoginLimiter(Ticker ticker) {
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
        if (networks.estimatedSize() == 0) { // each failure fills both
            return Optional.empty();
        }
        return Stream.of(
                        hold(ADDRESS, addresses.getIfPresent(address)),
                        hold(NETWORK, networks.getIfPresent(Network.around(address))))
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
    public void remember(String who) {
        acquaintances.put(who, true);
    }

    /** Whether this name authenticated within a day: it is still accepted, even if others fail from the same address. */
    public boolean isKnown(String who) {
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
        networks.get(Network.around(address), any -> new Bucket(NETWORK.most(), now))
                .spend(cost, now, NETWORK.perSecond(), NETWORK.most());
    }
}
