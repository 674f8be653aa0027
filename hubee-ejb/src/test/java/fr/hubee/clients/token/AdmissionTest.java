package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ExampleClient;
import fr.hubee.clients.client.TokenSettings;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A call with a token is admitted within the limits of its client and of its address. */
class AdmissionTest {
    static final String ADDRESS = "192.0.2.1";
    static final int CALLS_PER_SECOND = 10;

    final List<RateLimit> limits = new ArrayList<>();
    final TokenService tokens = service();

    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    private static TokenService service() {
        var service = new TokenService();
        service.tokens = new AccessTokenRepository() {
            @Override
            <T> Optional<T> holderOf(String tokenHash, Instant now, BiFunction<ApiClient, String, T> holder) {
                return Sha256.hex("good").equals(tokenHash)
                        ? Optional.of(holder.apply(ExampleClient.ofTown(false), null))
                        : Optional.empty();
            }
        };
        service.failedLogins = new FailedLoginLimiter(() -> 0);
        service.clientLimiter = new ClientLimiter(() -> 0);
        service.settings = new TokenSettings(Duration.ofHours(1), CALLS_PER_SECOND, Duration.ofDays(7));
        service.transactions = new Transactions();
        service.clock = Clock.fixed(Instant.parse("2026-11-24T11:00:00Z"), ZoneOffset.UTC);
        return service;
    }

    private Optional<Caller> admit(String token) {
        return tokens.admit(token, ADDRESS, () -> null, limits::add);
    }

    @Test
    void aCallBeyondTheLimitIsAnsweredWithTheLimitAndNoCaller() {
        for (int call = 0; call < CALLS_PER_SECOND; call++) {
            assertEquals(Optional.of("town"), admit("good").map(Caller::name));
        }
        assertEquals(List.of(), limits, "half of the quota is left");
        for (int call = 0; call < CALLS_PER_SECOND; call++) {
            assertEquals(Optional.of(ADDRESS), admit("good").map(Caller::address));
        }
        assertEquals(CALLS_PER_SECOND, limits.size());

        assertEquals(Optional.empty(), admit("good"));
        assertTrue(limits.get(CALLS_PER_SECOND).refused());
    }

    @Test
    void anAddressThatFailsTooOftenWaitsButForTokensThatWereKnownBefore() {
        admit("good");
        for (int call = 0; call < 300; call++) {
            assertEquals(Optional.empty(), admit("wrong"));
        }
        assertEquals(List.of(), limits);

        assertEquals(Optional.empty(), admit("another"));
        assertEquals(List.of("address"), limits.stream().map(RateLimit::policy).toList());
        assertTrue(admit("good").isPresent());
    }
}
