package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.OneTimeCode;
import fr.hubee.it.world.People;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.StaleSecondFactor;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.TotpService;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Attack: somebody has an open session, but neither the password nor the mailbox. */
class StolenSessionEnrolsIT extends InServer {
    @Inject
    TotpService totp;

    private static Caller stolen(KnownAccount person) {
        return person.caller(People.HERE);
    }

    private static Caller fresh(KnownAccount person) {
        return stolen(person).proven(Instant.MAX);
    }

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
