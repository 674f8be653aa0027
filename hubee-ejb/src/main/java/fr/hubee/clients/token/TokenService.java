package fr.hubee.clients.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.TokenSettings;
import fr.hubee.clients.token.ProofCheck.Proof;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.RefusalDetail;
import fr.hubee.kernel.shared.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Issues access tokens, and authenticates calls by them, within rate limits: only from memory, except for a token's first call. Its
 * transactions are short: none is open during a hash computation.
 */
@ApplicationScoped
@PermitAll // the caller is not authenticated yet
public class TokenService {
    private static final String CLIENT_CREDENTIALS = "client_credentials";

    /** Cache duration; below the five seconds within which a revocation takes effect on every node. */
    private static final Duration REMEMBERED = Duration.ofSeconds(4);

    private static final Duration LENT = Duration.ofHours(1);

    private final Cache<String, TokenHolder> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    /** Tokens of no client, which only this node accepts. */
    private final Cache<String, TokenHolder> lent =
            Caffeine.newBuilder().expireAfterWrite(LENT).maximumSize(1_000).build();

    @Inject
    TokenFailures failures;

    @Inject
    ApiClientStore clients;

    @Inject
    AccessTokenRepository tokens;

    @Inject
    ProofCheck proofs;

    @Inject
    ProcessService processes;

    @Inject
    ReadingRightStore readingRights;

    @Inject
    FailedLoginLimiter failedLogins;

    @Inject
    ClientLimiter clientLimiter;

    @Inject
    TokenSettings settings;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    public TokenOutcome issue(TokenRequest request) {
        var hold = failedLogins.hold(request.address());
        if (hold.isPresent() && !failedLogins.isKnown(request.pair())) {
            return new TokenOutcome.TooManyFailures(hold.get(), false);
        }
        var candidate = transactions.call(() -> proofs.candidate(request));
        if (!candidate.retryAfter().isZero()) {
            failedLogins.failed(request.address(), FailedLoginLimiter.WRONG_TOKEN);
            return new TokenOutcome.TooManyFailures(
                    TokenFailures.limit(candidate.retryAfter()),
                    candidate.client().isPresent());
        }
        var client = candidate.client();
        var proof = proofs.of(candidate, request);
        if (proof.isEmpty()) {
            transactions.call(() -> {
                failures.count(request.clientId(), request.address(), clock.instant());
                return true;
            });
            failedLogins.failed(request.address(), FailedLoginLimiter.WRONG_SECRET);
            return new TokenOutcome.InvalidClient(
                    request.clientId(),
                    client.map(known -> refused(known, request)).orElse(null));
        }
        failedLogins.remember(request.pair());
        if (!CLIENT_CREDENTIALS.equals(request.grantType())) {
            return new TokenOutcome.UnsupportedGrantType();
        }
        var owned = client.orElseThrow().scope();
        if (!asksOnlyFor(owned, request.scope())) {
            return new TokenOutcome.InvalidScope();
        }
        return new TokenOutcome.Issued(
                transactions.call(() -> give(client.orElseThrow(), proof.get(), request)), owned, settings.life());
    }

    private static RefusalDetail refused(ApiClient client, TokenRequest request) {
        var sentence = client.isRevoked()
                ? "CLIENT_REVOKED"
                : request.assertion() != null
                        ? "ASSERTION_WRONG"
                        : client.isSecretsRefused()
                                ? "SECRETS_REFUSED"
                                : client.isCertificateRequired() ? "SECRET_OR_CERTIFICATE_WRONG" : "SECRET_WRONG";
        return RefusalDetail.of(sentence, client.clientId());
    }

    /**
     * The holder of this token; empty when it is unknown or expired, its client is revoked, or its secret has expired.
     */
    public Optional<TokenHolder> holderOf(String token) {
        var hash = Sha256.hex(token);
        var remembered = known.getIfPresent(hash);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var guest = lent.getIfPresent(hash);
        if (guest != null) {
            return Optional.of(guest);
        }
        var found = transactions.call(() -> tokens.holderOf(hash, clock.instant(), this::holder));
        found.ifPresent(holder -> {
            known.put(hash, holder);
            failedLogins.remember(hash);
        });
        return found;
    }

    /** Returns a token for this node, valid for an hour, of somebody who has no credentials: the partner that the test bench plays. */
    public String lend(Caller caller) {
        var token = TokenText.fresh();
        lent.put(Sha256.hex(token), new TokenHolder(caller, settings.callsPerSecond(), null));
        return token;
    }

    /** Returns the same, with the rights of a client. */
    public String lend(ApiClient client) {
        return lend(transactions.call(() -> caller(client)));
    }

    /** Returns a client with its current rights, as its tokens have them; empty when it is unknown or revoked. */
    public Optional<Caller> caller(String clientId) {
        return transactions.call(() ->
                clients.find(clientId).filter(client -> !client.isRevoked()).map(this::caller));
    }

    /** Whether a secret alone gets a token for the client. */
    public boolean isProvenBySecret(String clientId) {
        return transactions.call(() -> clients.findWithSecrets(clientId)
                .filter(client -> !client.isCertificateRequired())
                .filter(client -> !client.provingSecrets(clock.instant()).isEmpty())
                .isPresent());
    }

    /** Returns the holder, with the client's current rights. */
    private TokenHolder holder(ApiClient client, String certificate) {
        return new TokenHolder(caller(client), client.callsPerSecond(settings.callsPerSecond()), certificate);
    }

    private Caller caller(ApiClient client) {
        var codes = client.processCodes().isEmpty() && client.scope() == Scope.OSL
                ? processes.codesOf(client.organization())
                : client.processCodes();
        return new Caller(
                client.clientId(),
                client.organization(),
                Set.of(client.scope().name()),
                Set.copyOf(codes),
                null,
                null,
                client.scope() == Scope.ADMIN ? readingRights.sponsors(client) : null);
    }

    private String give(ApiClient client, Proof proof, TokenRequest request) {
        failures.forget(client.clientId(), request.address());
        var token = TokenText.fresh();
        var expiry = clock.instant().plus(settings.life());
        tokens.add(new AccessToken(Sha256.hex(token), client, proof, expiry));
        return token;
    }

    private static boolean asksOnlyFor(Scope owned, String asked) {
        return asked == null
                || asked.isBlank()
                || Scope.of(asked.strip()).filter(owned::equals).isPresent();
    }

    /**
     * Authenticates a call.
     *
     * @param certificate supplies the thumbprint of the presented certificate, or null; called only if the token needs
     *     it
     * @param limit receives the caller's rate limit, if it is exceeded or half of it is used
     * @return empty when the token is invalid, or the rate limit is exceeded
     */
    public Optional<Caller> admit(
            String token, String address, Supplier<String> certificate, Consumer<RateLimit> limit) {
        var hold = failedLogins.hold(address);
        if (hold.isPresent() && !failedLogins.isKnown(Sha256.hex(token))) {
            limit.accept(hold.get());
            return Optional.empty();
        }
        var holder = holderOf(token).filter(known -> known.comesWith(certificate));
        if (holder.isEmpty()) {
            failedLogins.failed(address, FailedLoginLimiter.WRONG_TOKEN);
            return Optional.empty();
        }
        var caller = holder.get().caller();
        var rate = clientLimiter.call(caller.name(), holder.get().callsPerSecond());
        rate.ifPresent(limit);
        return rate.filter(RateLimit::refused).isPresent() ? Optional.empty() : Optional.of(caller.from(address));
    }

    /**
     * The holder of a token, with its limits.
     *
     * @param callsPerSecond maximum number of calls per second
     * @param certificate thumbprint of the certificate that the token is bound to; null when it is not bound
     */
    public record TokenHolder(Caller caller, int callsPerSecond, String certificate) {

        /** @param presented supplies the thumbprint of the presented certificate, or null; called only if needed */
        boolean comesWith(Supplier<String> presented) {
            return certificate == null || certificate.equals(presented.get());
        }
    }
}
