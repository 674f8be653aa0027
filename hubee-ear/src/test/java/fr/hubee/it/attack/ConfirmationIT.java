package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.OneTimeCode;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.People;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordService;
import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A second factor is proven once more, for one session, by its person alone; a password that was reset by mail proves nothing by mail. */
class ConfirmationIT extends InServer {
    @Inject
    ConfirmationService confirmations;

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    static final String OTHER = "Citron-gelé-58-Harpe";

    @Inject
    PasswordService watch;

    @Inject
    TotpService totp;

    private String signedIn(KnownAccount person) throws Exception {
        return signedIn(person, People.PASSWORD);
    }

    private String signedInLongAgo(KnownAccount person) throws Exception {
        var token = signedIn(person);
        sql().change(
                        "update person_session set second_factor_at = now() - interval '11 minutes' where token_hash = ?",
                        Sha256.hex(token));
        return token;
    }

    private Caller caller(String session) {
        return sessions.use(session, People.HERE).orElseThrow().caller();
    }

    private boolean isRecent(String session) {
        return caller(session).hasProvenSince(Instant.now().minusSeconds(60));
    }

    private <T> T as(String session, Callable<T> work) throws Exception {
        return AsCaller.call(caller(session), work);
    }

    // A second factor is proven once more, for one session, by its person alone.

    @Test
    void aSignInWithACodeIsAProofAndOneWithAPasswordIsNone() throws Exception {
        assertTrue(isRecent(signedIn(people.administrator())));

        var agent = people.agent();
        var in = assertInstanceOf(SignedIn.class, signIn.withPassword(agent.email(), People.PASSWORD, People.HERE));
        assertFalse(isRecent(in.sessionToken()));
    }

    @Test
    void theCodeThatSheIsSentConfirmsThisSessionAndNoOther() throws Exception {
        var ada = people.administrator();
        var here = signedInLongAgo(ada);
        var elsewhere = signedInLongAgo(ada);
        assertTrue(as(here, () -> confirmations.sendCode(caller(here), here)));
        var code = people.code(ada);

        assertEquals(CodeCheck.WRONG, as(here, () -> confirmations.confirm(caller(here), here, wrong(code))));
        assertFalse(isRecent(here));
        assertEquals(CodeCheck.ACCEPTED, as(here, () -> confirmations.confirm(caller(here), here, code)));

        assertTrue(isRecent(here));
        assertFalse(isRecent(elsewhere));
        assertEquals(CodeCheck.WRONG, as(here, () -> confirmations.confirm(caller(here), here, code)));
        assertTrue(people.journal(ada).stream().anyMatch(line -> line.action() == AuditAction.SECOND_FACTOR_PROVEN));
    }

    private static String wrong(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    @Test
    void aConfirmationCodeOpensNoSession() throws Exception {
        var ada = people.administrator();
        var session = signedInLongAgo(ada);
        as(session, () -> confirmations.sendCode(caller(session), session));

        assertEquals(
                new Refused(SignInRefusal.STEP_OVER),
                signIn.withCode("confirmation in " + session, people.code(ada), People.HERE));
    }

    @Test
    void guessesAreCountedAndLock() throws Exception {
        var ada = people.administrator();
        var session = signedInLongAgo(ada);
        as(session, () -> confirmations.sendCode(caller(session), session));
        var code = people.code(ada);
        for (int each = 1; each < 5; each++) {
            assertEquals(
                    CodeCheck.WRONG, as(session, () -> confirmations.confirm(caller(session), session, wrong(code))));
        }

        assertEquals(CodeCheck.LOCKED, as(session, () -> confirmations.confirm(caller(session), session, wrong(code))));
        assertFalse(CodeCheck.ACCEPTED == as(session, () -> confirmations.confirm(caller(session), session, code)));
        assertFalse(isRecent(session));
    }

    @Test
    void threeMailsAreEnough() throws Exception {
        var session = signedInLongAgo(people.administrator());
        for (int each = 1; each <= 3; each++) {
            assertTrue(as(session, () -> confirmations.sendCode(caller(session), session)));
        }

        assertFalse(as(session, () -> confirmations.sendCode(caller(session), session)));
    }

    @Test
    void nobodyConfirmsTheSessionOfAnother() throws Exception {
        var hers = signedInLongAgo(people.administrator());
        var mine = signedIn(people.administrator());

        assertThrows(NotAllowed.class, () -> as(mine, () -> confirmations.sendCode(caller(mine), hers)));
        assertThrows(NotAllowed.class, () -> as(mine, () -> confirmations.confirm(caller(mine), hers, "123456")));
    }

    private String reset(KnownAccount person, String password) throws Exception {
        return code(person, signIn.choosePassword(people.link(person), password, People.HERE));
    }

    private String signedIn(KnownAccount person, String password) throws Exception {
        return code(person, signIn.withPassword(person.email(), password, People.HERE));
    }

    private String code(KnownAccount person, SignInOutcome begun) throws Exception {
        var step = assertInstanceOf(SecondFactorNeeded.class, begun).stepToken();
        return assertInstanceOf(SignedIn.class, signIn.withCode(step, people.code(person), People.HERE))
                .sessionToken();
    }

    private <T> T as(Caller caller, Callable<T> work) throws Exception {
        return AsCaller.call(caller, work);
    }

    // Attack: somebody reads the mailbox of an administrator, and resets her password.

    @Test
    void comesInAndProvesNothingMoreByMail() throws Exception {
        var ada = people.administrator();
        var session = reset(ada, OTHER);

        assertFalse(isRecent(session));
        assertThrows(
                NotAllowed.class, () -> as(caller(session), () -> confirmations.sendCode(caller(session), session)));
        assertFalse(isRecent(signedIn(ada, OTHER)), "nor the next time");
    }

    @Test
    void aSignInIsNotRecentAfterAResetPasswordWasReplacedOnceMore() throws Exception {
        var ada = people.administrator();
        var session = reset(ada, OTHER);
        var caller = caller(session);

        as(caller, () -> signIn.changePassword(caller, OTHER, People.PASSWORD + "-2"));

        assertFalse(isRecent(signedIn(ada, People.PASSWORD + "-2")));
    }

    @Test
    void aDayLaterMailedCodesCountAgain() throws Exception {
        var ada = people.administrator();
        reset(ada, OTHER);
        sql().change(
                        "update password_reset set reset_at = reset_at - interval '24 hours' where account_id = ?",
                        ada.id());

        assertTrue(isRecent(signedIn(ada, OTHER)));
    }

    @Test
    void aFirstPasswordIsNoReset() throws Exception {
        var ada = people.invitedAdministrator();

        assertTrue(isRecent(reset(ada, OTHER)));
    }

    @Test
    void aCodeOfAnApplicationCountsAsEver() throws Exception {
        var ada = people.administrator();
        var caller = ada.caller(People.HERE).proven(Instant.MAX);
        var secret = as(caller, () -> totp.begin(caller, People.PASSWORD)).secret();
        assertEquals(CodeCheck.ACCEPTED, as(caller, () -> totp.confirm(caller, OneTimeCode.ofShown(secret))));
        sql().change("update totp set last_step = 0 where account_id = ?", ada.id());

        var needed =
                assertInstanceOf(SecondFactorNeeded.class, signIn.choosePassword(people.link(ada), OTHER, People.HERE));
        var in = assertInstanceOf(
                SignedIn.class, signIn.withCode(needed.stepToken(), OneTimeCode.ofShown(secret), People.HERE));

        assertTrue(isRecent(in.sessionToken()));
    }

    @Test
    void theOtherAdministratorsAreInformedAndOneOfThemLiftsIt() throws Exception {
        var town = NewTown.fresh().registered();
        var ada = people.administratorOf(town);
        var grace = people.administratorOf(town);
        var session = reset(ada, OTHER);
        var hers = caller(session);
        var colleague = grace.caller(People.HERE).proven(Instant.MAX);
        var stranger = people.administrator().caller(People.HERE).proven(Instant.MAX);

        assertEquals(1L, sql().count("mail where recipient = ? and template = 'PASSWORD_RESET'", grace.email()));
        assertThrows(NotAllowed.class, () -> lift(stranger, ada));
        assertThrows(NotAllowed.class, () -> lift(hers.proven(Instant.MAX), ada));
        lift(colleague, ada);

        assertTrue(isRecent(signedIn(ada, OTHER)));
        assertTrue(people.journal(ada).stream()
                .anyMatch(line -> line.action() == AuditAction.RESET_VOUCHED_FOR
                        && line.actor().equals(grace.email())));
    }

    private void lift(Caller caller, KnownAccount person) throws Exception {
        AsCaller.run(caller, () -> watch.lift(caller, person.id()));
    }
}
