package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.signin.FederatedSignInService;
import fr.hubee.signin.SignInOutcome;
import fr.hubee.signin.attempt.SignInRefusal;
import fr.hubee.signin.federated.FederatedRefusal;
import fr.hubee.signin.federated.FederatedRefusalService;
import fr.hubee.websecurity.LocalPath;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing in with ProConnect, from the departure of a browser to its return. */
final class SignInFlow {
    private static final System.Logger LOG = System.getLogger(SignInFlow.class.getName());
    private static final int MOST_SPENT = 100_000;
    private static final int LONGEST_PATH = 500; // sealed, it must fit into a cookie

    private final ProConnectClient client;
    private final AttemptSeal seal;
    private final Clock clock;
    private final FederatedSignInService accounts;
    private final FederatedRefusalService refusals;
    private final AddressRate returns = new AddressRate(Ticker.systemTicker());

    /** Anybody may ask to leave, any number of times: while the provider is away, that must not fill the journal. */
    private final AddressRate recordedDepartures = new AddressRate(Ticker.systemTicker());

    /** The attempts that came to their end here; elsewhere the provider refuses a code that was used. */
    private final Cache<String, Boolean> spent = Caffeine.newBuilder()
            .expireAfterWrite(Attempt.LIFE)
            .maximumSize(MOST_SPENT)
            .build();

    SignInFlow(
            ProConnectClient client,
            AttemptSeal seal,
            Clock clock,
            FederatedSignInService accounts,
            FederatedRefusalService refusals) {
        this.client = client;
        this.seal = seal;
        this.clock = clock;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    /** @param next where she wants to go */
    Departure depart(String next, String address) throws Refused {
        return depart(next, false, address);
    }

    /** The same, for who is signed in and is to prove two factors once more. */
    Departure departAgain(String next, String address) throws Refused {
        return depart(next, true, address);
    }

    private Departure depart(String next, boolean again, String address) throws Refused {
        try {
            return depart(Attempt.begin(LocalPath.of(next, LONGEST_PATH), again, again, clock.instant()));
        } catch (Refused refused) {
            throw recordedDepartures.allows(address) ? told(refused, address) : refused;
        }
    }

    private Departure depart(Attempt attempt) throws Refused {
        return new Departure(client.authorization(attempt), seal.seal(attempt));
    }

    /** @param cookie the sealed attempt; null when the browser has none */
    Arrival arrive(Map<String, List<String>> parameters, String cookie, String address) {
        if (!returns.allows(address)) {
            return new Arrival.Refused(FederatedRefusal.TOO_MANY_ATTEMPTS);
        }
        try {
            var attempt = attempt(parameters, cookie);
            return enter(client.identity(parameters, attempt), attempt, address);
        } catch (Refused refused) {
            return new Arrival.Refused(told(refused, address).refusal());
        }
    }

    /** The one that this browser began, and that was not ended yet. */
    private Attempt attempt(Map<String, List<String>> parameters, String cookie) throws Refused {
        var states = parameters.getOrDefault("state", List.of());
        var attempt = seal.open(cookie, clock.instant())
                .filter(begun -> states.size() == 1 && begun.hasState(states.get(0)))
                .orElseThrow(() -> Refused.invalid("no such attempt in this browser"));
        if (spent.asMap().putIfAbsent(attempt.state(), true) != null) {
            throw Refused.invalid("the attempt is over");
        }
        return attempt;
    }

    private Arrival enter(Vouched vouched, Attempt attempt, String address) throws Refused {
        var outcome = accounts.signIn(vouched.identity(), address);
        if (outcome instanceof SignInOutcome.SignedIn in) {
            return new Arrival.SignedIn(in.sessionToken(), vouched.idToken(), attempt.next());
        }
        if (outcome instanceof SignInOutcome.Refused refused) {
            if (refused.reason() == SignInRefusal.SECOND_FACTOR_REQUIRED && !attempt.stepUp()) {
                return new Arrival.SteppingUp(depart(Attempt.begin(attempt.next(), true, false, clock.instant())));
            }
            return refused(refusal(refused.reason()));
        }
        throw new IllegalStateException(outcome.toString());
    }

    private static FederatedRefusal refusal(SignInRefusal reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> FederatedRefusal.UNKNOWN_AGENT;
            case INACTIVE -> FederatedRefusal.INACTIVE_ACCOUNT;
            case EMAIL_MISMATCH -> FederatedRefusal.EMAIL_MISMATCH;
            case SIGN_IN_CONFLICT -> FederatedRefusal.SIGN_IN_CONFLICT;
            case ORGANIZATION_MISMATCH -> FederatedRefusal.ORGANIZATION_MISMATCH;
            case SECOND_FACTOR_REQUIRED -> FederatedRefusal.SECOND_FACTOR_REQUIRED;
            default -> throw new IllegalStateException(reason.name());
        };
    }

    /** The service has recorded it. */
    private static Arrival refused(FederatedRefusal refusal) {
        LOG.log(Level.INFO, "ProConnect sign-in refused: {0}", refusal.code());
        return new Arrival.Refused(refusal);
    }

    /** What ends on the way is told here: to the log, and to the journal unless she ended it herself. */
    private Refused told(Refused refused, String address) {
        LOG.log(
                Level.INFO,
                "ProConnect sign-in refused: {0} ({1})",
                refused.refusal().code(),
                refused.getMessage());
        Optional.of(refused.refusal())
                .filter(refusal -> refusal != FederatedRefusal.CANCELLED)
                .ifPresent(refusal -> refusals.record(refusal, address));
        return refused;
    }
}
