package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.token.ReadingRightService;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.lifetime.retention.RuleReviewService;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.secondfactor.TotpService;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Attack: somebody uses the open session of a national administrator. */
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
            SubscriptionLifeService.class,
            TotpService.class);

    static final Caller NATIONAL = new Caller(
            "nina@hubee.example",
            null,
            Set.of(RoleNames.PERSON, RoleNames.ADMIN, RoleNames.MANAGE_USERS, RoleNames.MANAGE_SUBSCRIPTIONS),
            Set.of(),
            "192.0.2.7");

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
}
