package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedRefusal;
import fr.hubee.people.signin.FederatedSignInService;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.websecurity.proconnect.SignInFlow.Arrival;
import fr.hubee.websecurity.proconnect.SignInFlow.Departure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInFlowTest {
    static final String HERE = "192.0.2.1";
    static final SignInOutcome IN = new SignInOutcome.SignedIn("session", null);

    final FakeProvider provider = new FakeProvider();
    final List<FederatedRefusal> recorded = new ArrayList<>();
    final AttemptSeal seal = new AttemptSeal(AttemptSealTest.key(1));
    Function<FederatedIdentity, SignInOutcome> accounts = identity -> IN;
    final SignInFlow signIn = flow(Clock.systemUTC());

    private SignInFlow flow(Clock clock) {
        var service = new FederatedSignInService() {
            @Override
            public SignInOutcome signIn(FederatedIdentity identity, String address) {
                return accounts.apply(identity);
            }

            @Override
            public void recordFailure(FederatedRefusal refusal, String address) {
                recorded.add(refusal);
            }
        };
        var client = new ProConnectClient(provider.registration(), FakeProvider.COME_BACK);
        return new SignInFlow(client, seal, clock, service);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void whoIsKnownComesInAndGoesWhereSheWanted() throws Exception {
        var departure = signIn.depart("/dossiers", HERE);
        provider.vouch(attempt(departure));

        assertEquals(new Arrival.SignedIn("session", provider.idToken, "/dossiers"), comeBack(departure));
        assertEquals(List.of(), recorded);
    }

    @Test
    void anAttemptIsGoodOnce() throws Exception {
        var departure = signIn.depart("/", HERE);
        provider.vouch(attempt(departure));
        assertInstanceOf(Arrival.SignedIn.class, comeBack(departure));

        assertEquals(new Arrival.Refused(FederatedRefusal.INVALID_TOKEN), comeBack(departure));
        assertEquals(List.of(FederatedRefusal.INVALID_TOKEN), recorded);
    }

    @Test
    void anAttemptIsGoodInTheBrowserThatBeganIt() throws Exception {
        var hers = signIn.depart("/", HERE);
        var another = signIn.depart("/", HERE);

        provider.vouch(attempt(another)); // all is as it should be, but for the state
        assertEquals(
                new Arrival.Refused(FederatedRefusal.INVALID_TOKEN),
                signIn.arrive(answer(hers), another.cookie(), HERE));
        provider.vouch(attempt(hers));
        assertEquals(new Arrival.Refused(FederatedRefusal.INVALID_TOKEN), signIn.arrive(answer(hers), null, HERE));
        var twoStates = Map.of("code", List.of("abc"), "state", List.of(state(hers), state(hers)));
        assertEquals(
                new Arrival.Refused(FederatedRefusal.INVALID_TOKEN), signIn.arrive(twoStates, hers.cookie(), HERE));
        assertInstanceOf(Arrival.SignedIn.class, comeBack(hers));
    }

    @Test
    void anAttemptIsGoodForTenMinutes() throws Exception {
        var departure = signIn.depart("/", HERE);
        provider.vouch(attempt(departure));
        var later = flow(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11)));

        assertEquals(
                new Arrival.Refused(FederatedRefusal.INVALID_TOKEN),
                later.arrive(answer(departure), departure.cookie(), HERE));
    }

    @Test
    void whoNeedsTwoFactorsIsSentBackOnceForThem() throws Exception {
        accounts = identity ->
                identity.secondFactor() ? IN : new SignInOutcome.Refused(SignInRefusal.SECOND_FACTOR_REQUIRED);
        var departure = signIn.depart("/comptes", HERE);
        provider.vouch(attempt(departure));

        var again =
                assertInstanceOf(Arrival.SteppingUp.class, comeBack(departure)).departure();
        assertEquals("eidas1-mfa eidas2 eidas3", asked(again).get("acr_values").get(0));
        provider.vouch(attempt(again), claims -> claims.claim("acr", "eidas1-mfa"));

        assertEquals(new Arrival.SignedIn("session", provider.idToken, "/comptes"), comeBack(again));
    }

    @Test
    void whoComesBackWithoutThemAgainIsRefused() throws Exception {
        accounts = identity -> new SignInOutcome.Refused(SignInRefusal.SECOND_FACTOR_REQUIRED);
        var departure = signIn.depart("/", HERE);
        provider.vouch(attempt(departure));
        var again =
                assertInstanceOf(Arrival.SteppingUp.class, comeBack(departure)).departure();
        provider.vouch(attempt(again));

        assertEquals(new Arrival.Refused(FederatedRefusal.SECOND_FACTOR_REQUIRED), comeBack(again));
    }

    @Test
    void whatTheAccountsRefuseIsReportedByItsReason() throws Exception {
        assertEquals(FederatedRefusal.UNKNOWN_AGENT, refusal(SignInRefusal.UNKNOWN_ACCOUNT));
        assertEquals(FederatedRefusal.INACTIVE_ACCOUNT, refusal(SignInRefusal.INACTIVE));
        assertEquals(FederatedRefusal.EMAIL_MISMATCH, refusal(SignInRefusal.EMAIL_MISMATCH));
        assertEquals(FederatedRefusal.SIGN_IN_CONFLICT, refusal(SignInRefusal.SIGN_IN_CONFLICT));
        assertEquals(FederatedRefusal.ORGANIZATION_MISMATCH, refusal(SignInRefusal.ORGANIZATION_MISMATCH));
        assertEquals(List.of(), recorded, "the accounts record what they refuse");
    }

    private FederatedRefusal refusal(SignInRefusal reason) throws Refused {
        accounts = identity -> new SignInOutcome.Refused(reason);
        var departure = signIn.depart("/", HERE);
        provider.vouch(attempt(departure));
        return assertInstanceOf(Arrival.Refused.class, comeBack(departure)).refusal();
    }

    @Test
    void whoCancelsIsNotRecorded() throws Exception {
        var departure = signIn.depart("/", HERE);
        var cancelled = Map.of("error", List.of("access_denied"), "state", List.of(state(departure)));

        assertEquals(
                new Arrival.Refused(FederatedRefusal.CANCELLED), signIn.arrive(cancelled, departure.cookie(), HERE));
        assertEquals(List.of(), recorded);
    }

    @Test
    void anErrorThatAnotherSiteSendsIsNotBelieved() throws Exception {
        signIn.depart("/", HERE);
        var forged = Map.of("error", List.of("access_denied"), "state", List.of("any"));

        assertEquals(new Arrival.Refused(FederatedRefusal.INVALID_TOKEN), signIn.arrive(forged, null, HERE));
    }

    @Test
    void fromOneAddressTenComeBackInAMinute() {
        for (int each = 0; each < 10; each++) {
            assertEquals(new Arrival.Refused(FederatedRefusal.INVALID_TOKEN), signIn.arrive(Map.of(), null, HERE));
        }

        assertEquals(new Arrival.Refused(FederatedRefusal.TOO_MANY_ATTEMPTS), signIn.arrive(Map.of(), null, HERE));
        assertEquals(10, recorded.size(), "a flood does not fill the journal");
    }

    @Test
    void aProviderThatIsAwayIsReported() {
        provider.close();

        var refused = assertThrows(Refused.class, () -> signIn.depart("/", HERE));

        assertEquals(FederatedRefusal.PROVIDER_UNAVAILABLE, refused.refusal());
        assertEquals(List.of(FederatedRefusal.PROVIDER_UNAVAILABLE), recorded);
    }

    @Test
    void whileItIsAwayNobodyFillsTheJournal() {
        provider.close();

        for (int each = 0; each < 15; each++) {
            assertThrows(Refused.class, () -> signIn.depart("/", HERE));
        }

        assertEquals(10, recorded.size());
    }

    private Attempt attempt(Departure departure) {
        return seal.open(departure.cookie(), FakeProvider.now()).orElseThrow();
    }

    private Arrival comeBack(Departure departure) {
        return signIn.arrive(answer(departure), departure.cookie(), HERE);
    }

    private static Map<String, List<String>> answer(Departure departure) {
        return Map.of("code", List.of("abc"), "state", List.of(state(departure)));
    }

    private static String state(Departure departure) {
        return asked(departure).get("state").get(0);
    }

    private static Map<String, List<String>> asked(Departure departure) {
        return URLUtils.parseParameters(departure.to().getRawQuery());
    }
}
