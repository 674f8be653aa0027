package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Checks an agent who is habilitated for a sensitive démarche (SNATED, in the tests) during a session by password. */
class SensitiveWithPasswordIT extends InServer {
    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    @Inject
    ConfirmationService confirmations;

    private Caller caller(String session) {
        return sessions.use(session, People.HERE).orElseThrow().caller();
    }

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
}
