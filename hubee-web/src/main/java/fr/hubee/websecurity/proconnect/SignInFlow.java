package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.security.MinuteLimit;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.FederatedRefusal;
import fr.hubee.people.signin.FederatedSignInService;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.websecurity.LocalPath;
import fr.hubee.websecurity.proconnect.ProConnectClient.ProvenPerson;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-in with ProConnect, from the redirect to the return. */
final class SignInFlow {
    private static final System.Logger LOG = System.getLogger(SignInFlow.class.getName());
    private static final int MOST_A_MINUTE = 10;
    private static final int MOST_SPENT = 100_000;
    private static final int LONGEST_PATH = 500; // sealed, it must fit into a cookie

    private final ProConnectClient client;
    private final AttemptSeal seal;
    private final Clock clock;
    private final FederatedSignInService accounts;
    /** Limit of returns from one address (specification §9.3). */
    private final MinuteLimit returns = new MinuteLimit(MOST_A_MINUTE, Ticker.systemTicker());

    /** Limit of the journal's entries on new attempts: anyone may start them while the provider is down, and they must not fill it. */
    private final MinuteLimit recordedDepartures = new MinuteLimit(MOST_A_MINUTE, Ticker.systemTicker());

    /** Attempts completed on this node; on other nodes, the provider refuses a used code. */
    private final Cache<String, Boolean> spent = Caffeine.newBuilder()
            .expireAfterWrite(Attempt.LIFE)
            .maximumSize(MOST_SPENT)
            .build();

    SignInFlow(ProConnectClient client, AttemptSeal seal, Clock clock, FederatedSignInService accounts) {
        this.client = client;
        this.seal = seal;
        this.clock = clock;
        this.accounts = accounts;
    }

    /** @param next the page that she asked for */
    Departure depart(String next, String address) throws Refused {
        return depart(next, false, address);
    }

    /** Starts an attempt of a signed-in person who must prove two factors again. */
    Departure departAgain(String next, String address) throws Refused {
        return depart(next, true, address);
    }

    private Departure depart(String next, boolean again, String address) throws Refused {
        try {
            return depart(Attempt.begin(LocalPath.of(next, LONGEST_PATH), again, again, clock.instant()));
        } catch (Refused refused) {
            throw recordedDepartures.allows(address) ? recorded(refused, address) : refused;
        }
    }

    private Departure depart(Attempt attempt) throws Refused {
        return new Departure(client.authorization(attempt), seal.seal(attempt));
    }

    /** @param cookie the encrypted attempt; null without a cookie */
    Arrival arrive(Map<String, List<String>> parameters, String cookie, String address) {
        if (!returns.allows(address)) {
            return new Arrival.Refused(FederatedRefusal.TOO_MANY_ATTEMPTS);
        }
        try {
            var attempt = attempt(parameters, cookie);
            return enter(client.identity(parameters, attempt), attempt, address);
        } catch (Refused refused) {
            return new Arrival.Refused(recorded(refused, address).refusal());
        }
    }

    /** Returns the attempt that this browser began, if it is not completed yet. */
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

    private Arrival enter(ProvenPerson vouched, Attempt attempt, String address) throws Refused {
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

    /** Returns the refusal, which the service has recorded. */
    private static Arrival refused(FederatedRefusal refusal) {
        LOG.log(Level.INFO, "ProConnect sign-in refused: {0}", refusal.code());
        return new Arrival.Refused(refusal);
    }

    /** Records a failed attempt: in the log, and in the journal unless the person cancelled it. */
    private Refused recorded(Refused refused, String address) {
        LOG.log(
                Level.INFO,
                "ProConnect sign-in refused: {0} ({1})",
                refused.refusal().code(),
                refused.getMessage());
        Optional.of(refused.refusal())
                .filter(refusal -> refusal != FederatedRefusal.CANCELLED)
                .ifPresent(refusal -> accounts.recordFailure(refusal, address));
        return refused;
    }

    /** The result of a browser's return from the provider. */
    sealed interface Arrival {

        /** @param next the page that she asked for */
        record SignedIn(String sessionToken, String idToken, String next) implements Arrival {
            @Override
            public String toString() {
                return "SignedIn[" + next + "]"; // never the tokens
            }
        }

        /** The browser is redirected once more, to prove two factors. */
        record SteppingUp(Departure departure) implements Arrival {}

        record Refused(FederatedRefusal refusal) implements Arrival {}
    }

    /**
     * A redirect to the provider.
     *
     * @param cookie the attempt, sealed
     */
    record Departure(URI to, String cookie) {
        @Override
        public String toString() {
            return "Departure[]"; // never the secrets of the attempt
        }
    }
}
