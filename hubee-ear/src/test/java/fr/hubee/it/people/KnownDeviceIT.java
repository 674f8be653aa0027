package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.OneTimeCode;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactorGuard;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInOutcome.Locked;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent with a sensitive démarche (SNATED, in the tests) proves a second factor once in thirty days on her browser. */
class KnownDeviceIT extends InServer {
    static final String SENSITIVE = "SNATED";
    static final String OTHER = "Citron-gelé-58-Harpe";

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    @Inject
    ConfirmationService confirmations;

    @Inject
    TotpService totp;

    @BeforeEach
    void nobodyHasTriedYet() throws Exception {
        sql().change("delete from sign_in_place");
    }

    private KnownAccount agent() throws Exception {
        var agent = people.agent();
        Stored.account(agent.id()).hasProcesses("EtatCivil," + SENSITIVE);
        return agent;
    }

    private SignInOutcome comesIn(KnownAccount person, String device) {
        return signIn.withPassword(person.email(), People.PASSWORD, People.HERE, device);
    }

    /** Signs in with the code of a mail, and returns the browser's cookie. */
    private String provenOn(String device, KnownAccount person) throws Exception {
        var step = assertInstanceOf(SecondFactorNeeded.class, comesIn(person, device))
                .stepToken();
        return remembered(signIn.withCode(step, people.code(person), People.HERE), device);
    }

    private String remembered(SignInOutcome outcome, String device) {
        return sessions.remember(session(outcome), device).orElseThrow();
    }

    private static String session(SignInOutcome outcome) {
        return assertInstanceOf(SignedIn.class, outcome).sessionToken();
    }

    private Caller caller(String session) {
        return sessions.use(session, People.HERE).orElseThrow().caller();
    }

    private void pass(String time, KnownAccount person) throws Exception {
        sql().change(
                        "update known_device set proven_at = proven_at - cast(? as interval) where account_id = ?",
                        time,
                        person.id());
    }

    private void assertAsked(SecondFactor factor, KnownAccount person, String device) {
        assertEquals(
                factor,
                assertInstanceOf(SecondFactorNeeded.class, comesIn(person, device))
                        .kind());
    }

    @Test
    void theNextMorningThePasswordIsEnoughForHerSensitiveDemarcheAndForNoCriticalAction() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);

        var caller = caller(session(comesIn(ada, device)));

        assertTrue(caller.covers(SENSITIVE));
        assertFalse(
                caller.hasProvenSince(Instant.now().minus(RecentSecondFactorGuard.LIFE)),
                "even a minute later: a critical action asks for a proof of its session");
    }

    @Test
    void afterThirtyDaysSheIsAskedAgainHoweverOftenSheHasSignedIn() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);
        pass("29 days", ada);
        device = remembered(comesIn(ada, device), device);
        pass("23 hours", ada);
        device = remembered(comesIn(ada, device), device);

        pass("1 hour", ada);

        assertAsked(SecondFactor.MAIL, ada, device);
        device = provenOn(device, ada);
        assertInstanceOf(SignedIn.class, comesIn(ada, device));
    }

    @Test
    void anotherBrowserAnOldCopyOfItsCookieAndAColleagueAreAsked() throws Exception {
        var ada = agent();
        var grace = people.agent();
        var copy = provenOn(null, ada);
        var device = remembered(comesIn(grace, copy), copy);
        Stored.account(grace.id()).hasProcesses("EtatCivil," + SENSITIVE);

        assertAsked(SecondFactor.MAIL, ada, null);
        assertAsked(SecondFactor.MAIL, ada, copy);
        assertAsked(SecondFactor.MAIL, grace, device);
        device = provenOn(device, grace);
        assertInstanceOf(SignedIn.class, comesIn(ada, device));
        assertInstanceOf(SignedIn.class, comesIn(grace, device));
    }

    @Test
    void anAdministratorIsAskedEachTime() throws Exception {
        var ada = people.administrator();

        assertAsked(SecondFactor.MAIL, ada, provenOn(null, ada));
    }

    @Test
    void anApplicationIsAskedForEachTimeAndItsRemovalForgetsWhatWasProven() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);
        var caller = ada.caller(People.HERE).proven(Instant.MAX);
        var secret =
                AsCaller.call(caller, () -> totp.begin(caller, People.PASSWORD)).secret();
        assertEquals(
                CodeCheck.ACCEPTED, AsCaller.call(caller, () -> totp.confirm(caller, OneTimeCode.ofShown(secret))));
        assertAsked(SecondFactor.TOTP, ada, device);

        sql().change("update totp set last_step = 0 where account_id = ?", ada.id());
        assertEquals(
                CodeCheck.ACCEPTED,
                AsCaller.call(caller, () -> totp.remove(caller, People.PASSWORD, OneTimeCode.ofShown(secret))));

        assertAsked(SecondFactor.MAIL, ada, device);
    }

    @Test
    void whoseAccountIsWatchedAfterAResetIsAsked() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);
        sql().change("insert into password_reset values (?, now())", ada.id());

        assertAsked(SecondFactor.MAIL, ada, device);
    }

    @Test
    void aNewPasswordForgetsTheProofOfAnEarlierSession() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);
        pass("11 minutes", ada);
        var caller = caller(session(comesIn(ada, device)));

        device = remembered(AsCaller.call(caller, () -> signIn.changePassword(caller, People.PASSWORD, OTHER)), device);

        assertInstanceOf(SecondFactorNeeded.class, signIn.withPassword(ada.email(), OTHER, People.HERE, device));
    }

    @Test
    void aDemarcheThatIsGivenLaterWantsAProofWhichCountsOnThisBrowser() throws Exception {
        var ada = people.agent();
        var session = session(comesIn(ada, null));
        var device = sessions.remember(session, null).orElseThrow();
        Stored.account(ada.id()).hasProcesses("EtatCivil," + SENSITIVE);
        assertFalse(caller(session).covers(SENSITIVE));
        assertAsked(SecondFactor.MAIL, ada, device);

        var caller = caller(session);
        AsCaller.call(caller, () -> confirmations.sendCode(caller, session));
        var code = people.code(ada);
        assertEquals(CodeCheck.ACCEPTED, AsCaller.call(caller, () -> confirmations.confirm(caller, session, code)));
        device = sessions.remember(session, device).orElseThrow();

        assertTrue(caller(session(comesIn(ada, device))).covers(SENSITIVE));
    }

    @Test
    void aProofOpensNothingWhereNoneIsNeeded() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);
        Stored.account(ada.id()).hasProcesses("EtatCivil");
        var session = session(comesIn(ada, device));

        Stored.account(ada.id()).hasProcesses("EtatCivil," + SENSITIVE);

        assertFalse(caller(session).covers(SENSITIVE), "as for any right that is given during a session");
    }

    @Test
    void aLockedBrowserStaysLockedWhereNoCodeWouldBeAsked() throws Exception {
        var ada = agent();
        var device = provenOn(null, ada);
        sql().change(
                        "insert into sign_in_failure (login_hash, failures, locks, locked_until, last_at)"
                                + " values (?, 0, 1, now() + interval '1 minute', now())",
                        Sha256.hex("device " + device + " of " + ada.email()));

        assertInstanceOf(Locked.class, comesIn(ada, device));
    }
}
