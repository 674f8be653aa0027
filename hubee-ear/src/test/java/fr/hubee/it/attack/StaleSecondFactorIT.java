package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.token.ReadingRightService;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.OneTimeCode;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.SubscriptionRequestService;
import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Attack: somebody has the open session of another, but no second factor, password or mailbox. */
class StaleSecondFactorIT extends InServer {
    static final List<Class<?>> SERVICES = List.of(
            AccountService.class,
            ApiClientService.class,
            CredentialService.class,
            MergeService.class,
            MergeUndoService.class,
            ProcessService.class,
            ReadingRightService.class,
            RuleReviewService.class,
            WebhookEndpointService.class,
            SubscriptionLifeService.class,
            SubscriptionRequestService.class,
            TotpService.class);

    static final Caller NATIONAL = new Caller(
            "nina@hubee.example",
            null,
            Set.of(RoleNames.PERSON, RoleNames.ADMIN, RoleNames.MANAGE_USERS, RoleNames.MANAGE_SUBSCRIPTIONS),
            Set.of(),
            "192.0.2.7");

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    @Inject
    ConfirmationService confirmations;

    @Inject
    TotpService totp;

    static Stream<Method> guarded(Class<?> service) {
        return Stream.of(service.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(RecentSecondFactor.class));
    }

    private static Object call(Method method, Caller caller) throws Exception {
        var given = Stream.of(method.getParameterTypes())
                .map(type ->
                        type == Caller.class ? caller : type == long.class ? (Object) 0L : type == int.class ? 0 : null)
                .toArray();
        try {
            return method.invoke(
                    CDI.current().select(method.getDeclaringClass()).get(), given);
        } catch (InvocationTargetException failure) {
            throw (Exception) failure.getCause();
        }
    }

    // Attack: somebody uses the open session of a national administrator.

    @Test
    void doesNothingThatIsMarkedWithAProofOfElevenMinutesAgoNorWithoutOne() {
        var old = NATIONAL.proven(Instant.now().minus(Duration.ofMinutes(11)));
        for (var service : SERVICES) {
            assertTrue(guarded(service).findAny().isPresent(), service::getName);
            guarded(service).forEach(method -> {
                for (var caller : List.of(NATIONAL, old)) {
                    assertThrows(
                            StaleSecondFactor.class,
                            () -> AsCaller.call(caller, () -> call(method, caller)),
                            method::toString);
                }
            });
        }
    }

    @Test
    void aRecentSecondFactorOrAClientIsLetThrough() {
        var fresh = NATIONAL.proven(Instant.now().minus(Duration.ofMinutes(9)));
        var software = new Caller("demo-admin", null, Set.of(RoleNames.ADMIN), Set.of(), "192.0.2.7");
        for (var caller : List.of(fresh, software)) {
            var failure = assertThrows(
                    Exception.class,
                    () -> AsCaller.call(
                            caller,
                            () -> call(AccountService.class.getMethod("sendLink", Caller.class, UUID.class), caller)));
            assertFalse(failure instanceof StaleSecondFactor, failure::toString);
        }
    }

    private Caller caller(String session) {
        return sessions.use(session, People.HERE).orElseThrow().caller();
    }

    // Checks an agent who is habilitated for a sensitive démarche (SNATED, in the tests) during a session by password.

    @Test
    void reachesItOnceSheHasProvenASecondFactorAndNotBefore() throws Exception {
        var ada = people.agent();
        var session = assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), People.PASSWORD, People.HERE))
                .sessionToken();
        Stored.account(ada.id()).hasProcesses("EtatCivil,SNATED");

        assertTrue(caller(session).covers("EtatCivil"));
        assertFalse(caller(session).covers("SNATED"));
        assertFalse(sessions.find(session, People.HERE).orElseThrow().caller().covers("SNATED"));

        var caller = caller(session);
        AsCaller.call(caller, () -> confirmations.sendCode(caller, session));
        var code = people.code(ada);
        assertEquals(CodeCheck.ACCEPTED, AsCaller.call(caller, () -> confirmations.confirm(caller, session, code)));
        assertTrue(caller(session).covers("SNATED"));
    }

    private static Caller stolen(KnownAccount person) {
        return person.caller(People.HERE);
    }

    private static Caller fresh(KnownAccount person) {
        return stolen(person).proven(Instant.MAX);
    }

    // Attack: somebody has an open session, but neither the password nor the mailbox.

    @Test
    void associatesNoApplicationWithAnOldSession() throws Exception {
        var ada = people.administrator();

        assertThrows(
                StaleSecondFactor.class,
                () -> AsCaller.call(stolen(ada), () -> totp.begin(stolen(ada), People.PASSWORD)));
    }

    @Test
    void aFreshSessionWithoutThePasswordEnrolsNoApplication() throws Exception {
        var ada = people.administrator();
        for (int each = 1; each <= 6; each++) {
            assertThrows(
                    InvalidRequest.class,
                    () -> AsCaller.call(fresh(ada), () -> totp.begin(fresh(ada), "not-her-Password-9")));
        }

        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(fresh(ada), () -> totp.begin(fresh(ada), People.PASSWORD)),
                "guesses are counted");
        assertFalse(AsCaller.call(fresh(ada), () -> totp.isEnrolled(fresh(ada))));
    }

    @Test
    void partsWithHersNeitherWithoutThePasswordNorWithoutACode() throws Exception {
        var ada = people.administrator();
        var secret = AsCaller.call(fresh(ada), () -> totp.begin(fresh(ada), People.PASSWORD))
                .secret();
        assertEquals(
                CodeCheck.ACCEPTED,
                AsCaller.call(fresh(ada), () -> totp.confirm(fresh(ada), OneTimeCode.ofShown(secret))));

        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(fresh(ada), () -> totp.remove(fresh(ada), "not-her-Password-9", "000000")));
        assertEquals(
                CodeCheck.WRONG, AsCaller.call(fresh(ada), () -> totp.remove(fresh(ada), People.PASSWORD, "nonsense")));
    }
}
