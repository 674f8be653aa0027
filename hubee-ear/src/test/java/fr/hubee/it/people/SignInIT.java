package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.InTransaction;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInOutcome.Locked;
import fr.hubee.people.signin.SignInOutcome.PasswordExpired;
import fr.hubee.people.signin.SignInOutcome.PasswordRefused;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that a person can prove her identity, and that guessing fails. */
class SignInIT extends InServer {
    static final String PASSWORD = People.PASSWORD;
    static final String OTHER = "Citron-gelé-58-Harpe";
    static final String HERE = People.HERE;
    static final Refused WRONG = new Refused(SignInRefusal.WRONG_PASSWORD);

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    @Inject
    InTransaction inTransaction;

    @BeforeEach
    void connect() throws Exception {
        sql().change("delete from sign_in_place"); // all of them come from one address
    }

    static String wrong(String code) {
        return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    List<AuditAction> acts(KnownAccount person) throws Exception {
        return people.journal(person).stream().map(line -> line.action()).toList();
    }

    // The password

    @Test
    void theRightPasswordLetsAnAgentInAndIsRecorded() throws Exception {
        var ada = people.agent();

        var in = assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));

        assertEquals(ada, in.account());
        assertEquals(
                ada.caller(HERE),
                sessions.use(in.sessionToken(), HERE).orElseThrow().caller());
        var line = people.journal(ada).get(0);
        assertEquals(AuditAction.SIGNED_IN, line.action());
        assertEquals(ada.email(), line.actor());
        assertEquals(HERE, line.address());
        assertEquals("PASSWORD", line.changes().fields().get("method").after());
        var caller = ada.caller(HERE);
        assertTrue(AsCaller.call(caller, () -> sessions.lastSignIn(caller)).isPresent());
    }

    @Test
    void anAgentWhoReachesASensitiveDemarcheProvesASecondFactorToo() throws Exception {
        var ada = people.agent();
        Stored.account(ada.id()).hasProcesses("EtatCivil,SNATED");

        var needed = assertInstanceOf(SecondFactorNeeded.class, signIn.withPassword(ada.email(), PASSWORD, HERE));

        assertEquals(SecondFactor.MAIL, needed.kind());
        assertInstanceOf(SignedIn.class, signIn.withCode(needed.stepToken(), people.code(ada), HERE));

        Stored.account(ada.id()).hasProcesses("EtatCivil");
        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));
    }

    @Test
    void theLoginInCapitalsOrWithSpacesWorks() throws Exception {
        var ada = people.agent();
        var typed = "  " + ada.email().toUpperCase(Locale.ROOT) + " ";

        assertInstanceOf(SignedIn.class, signIn.withPassword(typed, PASSWORD, HERE));
    }

    @Test
    void anAccentIsTheSameHoweverItIsTyped() throws Exception {
        var ada = people.agent();
        signIn.choosePassword(people.link(ada), "Citron-gel\u00e9-58-Harpe", HERE);

        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), "Citron-gele\u0301-58-Harpe", HERE));
    }

    @Test
    void aWrongPasswordAnUnknownLoginAndNonsenseGetTheSameAnswer() throws Exception {
        assertEquals(WRONG, signIn.withPassword(people.agent().email(), OTHER, HERE));
        assertEquals(WRONG, signIn.withPassword("nobody." + UUID.randomUUID() + "@x.fr", OTHER, HERE));
        assertEquals(WRONG, signIn.withPassword("\0" + UUID.randomUUID(), OTHER, HERE));
        sql().change("delete from sign_in_failure where login_hash = ?", emptyHash());
    }

    private static String emptyHash() {
        return Sha256.hex("");
    }

    @Test
    void whoHasNoPasswordYetIsRefusedLikeAWrongOne() throws Exception {
        var invited = people.invited();

        assertEquals(WRONG, signIn.withPassword(invited.email(), "", HERE));
        assertEquals(WRONG, signIn.withPassword(invited.email(), " ", HERE));
        assertEquals(WRONG, signIn.withPassword(invited.email(), PASSWORD, HERE));
    }

    @Test
    void aRefusalIsRecordedAndWhatWasTypedIsNot() throws Exception {
        var ada = people.agent();

        signIn.withPassword(ada.email(), "typed-by-MISTAKE-42", HERE);

        var line = people.journal(ada).get(0);
        assertEquals(AuditAction.SIGN_IN_REFUSED, line.action());
        assertEquals("WRONG_PASSWORD", line.changes().fields().get("reason").after());
        assertFalse(line.toString().contains("MISTAKE"));
    }

    @Test
    void aDeactivatedAccountIsTurnedAwayEvenWithTheRightPassword() throws Exception {
        var ada = people.agent();
        Stored.account(ada.id()).isInactive();

        assertEquals(new Refused(SignInRefusal.INACTIVE), signIn.withPassword(ada.email(), PASSWORD, HERE));
        assertEquals(WRONG, signIn.withPassword(ada.email(), OTHER, HERE));
    }

    @Test
    void aHashThatCostsLessIsMadeAnewWhenSheSignsIn() throws Exception {
        var ada = people.agent();
        sql().change("update chosen_password set hash = ? where account_id = ?", cheapHash(PASSWORD), ada.id());

        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));

        var hash = (String) sql().one("select hash from chosen_password where account_id = ?", ada.id());
        assertTrue(hash.startsWith("PBKDF2WithHmacSHA512:210000:"), hash);
        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));
    }

    private static String cheapHash(String password) throws Exception {
        var salt = new byte[16];
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 2048, 256));
        var base64 = Base64.getEncoder();
        return "PBKDF2WithHmacSHA512:2048:" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(key.getEncoded());
    }

    // The lock

    @Test
    void fiveFailuresLockForAQuarterOfAnHourThenForHalfAnHour() throws Exception {
        var ada = people.agent();
        for (int each = 1; each < 5; each++) {
            assertEquals(WRONG, signIn.withPassword(ada.email(), OTHER, HERE));
        }

        var before = Instant.now();
        var locked = assertInstanceOf(Locked.class, signIn.withPassword(ada.email(), OTHER, HERE));

        assertMinutes(15, before, locked.until());
        assertEquals(locked, signIn.withPassword(ada.email(), PASSWORD, HERE));
        assertEquals(
                List.of(AuditAction.ACCOUNT_LOCKED, AuditAction.SIGN_IN_REFUSED),
                acts(ada).subList(0, 2));
        endLocks(ada);
        for (int each = 1; each < 5; each++) {
            assertEquals(WRONG, signIn.withPassword(ada.email(), OTHER, HERE));
        }
        before = Instant.now();
        assertMinutes(
                30,
                before,
                assertInstanceOf(Locked.class, signIn.withPassword(ada.email(), OTHER, HERE))
                        .until());
    }

    private void endLocks(KnownAccount person) throws Exception {
        sql().change(
                        "update sign_in_failure set locked_until = now() - interval '1 second' where login_hash = ?",
                        Sha256.hex(person.email()));
    }

    private static void assertMinutes(int minutes, Instant from, Instant until) {
        var rest = Duration.between(from, until).minusMinutes(minutes);
        assertTrue(rest.abs().compareTo(Duration.ofMinutes(2)) < 0, () -> from + " " + until);
    }

    @Test
    void successForgetsTheFailures() throws Exception {
        var ada = people.agent();
        for (int round = 0; round < 2; round++) {
            for (int each = 0; each < 4; each++) {
                assertEquals(WRONG, signIn.withPassword(ada.email(), OTHER, HERE));
            }
            assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));
        }
    }

    @Test
    void anUnknownLoginLocksLikeAKnownOne() {
        var nobody = "nobody." + UUID.randomUUID() + "@x.fr";
        for (int each = 1; each < 5; each++) {
            assertEquals(WRONG, signIn.withPassword(nobody, OTHER, HERE));
        }
        var locked = assertInstanceOf(Locked.class, signIn.withPassword(nobody, OTHER, HERE));
        assertEquals(locked, signIn.withPassword(nobody, OTHER, HERE));
    }

    @Test
    void manyGuessesAtOnceFromManyAddressesAreNoMoreThanFive() throws Exception {
        var ada = people.agent();

        var outcomes =
                InParallel.of(20, each -> signIn.withPassword(ada.email(), "Guess-number-" + each, "192.0.2." + each));

        assertEquals(4, outcomes.stream().filter(WRONG::equals).count());
        assertEquals(16, outcomes.stream().filter(Locked.class::isInstance).count());
        assertInstanceOf(Locked.class, signIn.withPassword(ada.email(), PASSWORD, HERE));
        assertEquals(
                5,
                acts(ada).stream().filter(AuditAction.SIGN_IN_REFUSED::equals).count());
    }

    @Test
    void aPasswordChosenByALinkEndsTheLock() throws Exception {
        var ada = people.agent();
        for (int each = 0; each < 5; each++) {
            signIn.withPassword(ada.email(), OTHER, HERE);
        }

        assertInstanceOf(SignedIn.class, signIn.choosePassword(people.link(ada), OTHER, HERE));

        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), OTHER, HERE));
    }

    // The second factor, by e-mail

    @Test
    void anAdministratorIsAskedForTheCodeThatSheWasSent() throws Exception {
        var ada = people.administrator();
        var step = begin(ada);

        var in = assertInstanceOf(SignedIn.class, signIn.withCode(step, people.code(ada), HERE));

        assertTrue(sessions.use(in.sessionToken(), HERE).isPresent());
        assertEquals(
                "PASSWORD_AND_MAIL_CODE",
                people.journal(ada).get(0).changes().fields().get("method").after());
    }

    private String begin(KnownAccount person) {
        var needed = assertInstanceOf(SecondFactorNeeded.class, signIn.withPassword(person.email(), PASSWORD, HERE));
        assertEquals(SecondFactor.MAIL, needed.kind());
        return needed.stepToken();
    }

    @Test
    void aStepOpensNothingByItself() throws Exception {
        var step = begin(people.administrator());

        assertTrue(sessions.use(step, HERE).isEmpty());
        assertEquals(new Refused(SignInRefusal.STEP_OVER), signIn.replaceExpired(step, OTHER, HERE));
    }

    @Test
    void aCodeIsGoodForItsSignInOnlyAndOnce() throws Exception {
        var ada = people.administrator();
        var first = begin(ada);
        var code = people.code(ada);
        var second = begin(ada);

        assertEquals(new Refused(SignInRefusal.WRONG_CODE), signIn.withCode(second, code, HERE));
        assertInstanceOf(SignedIn.class, signIn.withCode(first, code, HERE));
        assertEquals(new Refused(SignInRefusal.STEP_OVER), signIn.withCode(first, code, HERE));
    }

    @Test
    void aCodeSentFourTimesAtOnceOpensOneSession() throws Exception {
        var ada = people.administrator();
        var step = begin(ada);
        var code = people.code(ada);

        var outcomes = InParallel.of(4, each -> signIn.withCode(step, code, HERE));

        assertEquals(1, outcomes.stream().filter(SignedIn.class::isInstance).count());
    }

    @Test
    void aCodeIsGoodForTenMinutes() throws Exception {
        var ada = people.administrator();
        var step = begin(ada);
        var code = people.code(ada);
        sql().change(
                        "update sign_in_code set expires_at = expires_at - interval '10 minutes' where step_id in"
                                + " (select id from sign_in_step where account_id = ?)",
                        ada.id());

        assertEquals(new Refused(SignInRefusal.WRONG_CODE), signIn.withCode(step, code, HERE));
    }

    @Test
    void anotherCodeMayBeAskedForTwiceAndTheEarlierStaysGood() throws Exception {
        var ada = people.administrator();
        var mails = Mailbox.of(ada.email());
        mails.await(1); // the code that followed her first password
        var step = begin(ada);
        var first = mails.await(2).get(1).code();

        assertEquals(new SecondFactorNeeded(step, SecondFactor.MAIL), signIn.newCode(step));
        mails.await(3);
        assertEquals(new SecondFactorNeeded(step, SecondFactor.MAIL), signIn.newCode(step));
        mails.await(4);
        assertEquals(new Refused(SignInRefusal.TOO_MANY_CODES), signIn.newCode(step));
        assertInstanceOf(SignedIn.class, signIn.withCode(step, first, HERE));
    }

    @Test
    void fiveWrongCodesLockEvenOverSeveralSignIns() throws Exception {
        var ada = people.administrator();
        for (int each = 1; each < 5; each++) {
            var step = begin(ada);
            assertEquals(new Refused(SignInRefusal.WRONG_CODE), signIn.withCode(step, wrong(people.code(ada)), HERE));
        }
        var step = begin(ada);
        var code = people.code(ada);

        var locked = assertInstanceOf(Locked.class, signIn.withCode(step, wrong(code), HERE));

        assertEquals(locked, signIn.withCode(step, code, HERE));
        assertEquals(locked, signIn.withPassword(ada.email(), PASSWORD, HERE));
    }

    @Test
    void aSignInIsOverAfterFiveWrongCodes() throws Exception {
        var ada = people.administrator();
        var step = begin(ada);
        var code = people.code(ada);
        for (int each = 1; each <= 5; each++) {
            signIn.withCode(step, wrong(code), HERE);
            forgetFailures(ada);
        }

        assertEquals(new Refused(SignInRefusal.STEP_OVER), signIn.withCode(step, code, HERE));
    }

    private void forgetFailures(KnownAccount person) throws Exception {
        sql().change("delete from sign_in_failure where login_hash = ?", Sha256.hex(person.email()));
    }

    // Passwords that are chosen

    @Test
    void anExpiredPasswordLetsHerChooseANewOneAndNothingElse() throws Exception {
        var ada = people.agent();
        expire(ada);

        var expired = assertInstanceOf(PasswordExpired.class, signIn.withPassword(ada.email(), PASSWORD, HERE));

        assertTrue(sessions.use(expired.stepToken(), HERE).isEmpty());
        assertEquals(new Refused(SignInRefusal.STEP_OVER), signIn.withCode(expired.stepToken(), "123456", HERE));
        assertInstanceOf(PasswordRefused.class, signIn.replaceExpired(expired.stepToken(), PASSWORD, HERE));
        assertInstanceOf(SignedIn.class, signIn.replaceExpired(expired.stepToken(), OTHER, HERE));
        assertEquals(
                new Refused(SignInRefusal.STEP_OVER),
                signIn.replaceExpired(expired.stepToken(), "Un-troisième-essai-1", HERE));
        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), OTHER, HERE));
    }

    private void expire(KnownAccount person) throws Exception {
        sql().change(
                        "update chosen_password set chosen_at = ? where account_id = ?",
                        Timestamp.from(Instant.now().minus(Duration.ofDays(190))),
                        person.id());
    }

    @Test
    void anAdministratorStillNeedsTheCodeAfterAnExpiredPassword() throws Exception {
        var ada = people.administrator();
        expire(ada);
        var expired = assertInstanceOf(PasswordExpired.class, signIn.withPassword(ada.email(), PASSWORD, HERE));

        assertInstanceOf(SecondFactorNeeded.class, signIn.replaceExpired(expired.stepToken(), OTHER, HERE));
    }

    @Test
    void noneOfTheLastFivePasswordsIsChosenAgain() throws Exception {
        var ada = people.agent();
        for (int each = 1; each <= 5; each++) {
            assertInstanceOf(
                    PasswordRefused.class, signIn.choosePassword(people.link(ada), PASSWORD, HERE), "after " + each);
            assertInstanceOf(SignedIn.class, signIn.choosePassword(people.link(ada), OTHER + each, HERE));
        }
        assertInstanceOf(PasswordRefused.class, signIn.choosePassword(people.link(ada), OTHER + "1", HERE));
        assertInstanceOf(SignedIn.class, signIn.choosePassword(people.link(ada), PASSWORD, HERE));
    }

    @Test
    void everyReasonIsShownInFrench() throws Exception {
        var refused = assertInstanceOf(
                PasswordRefused.class, signIn.choosePassword(people.link(people.agent()), "lovelace", HERE));

        assertEquals(6, refused.reasons().size(), refused::toString);
        assertEquals(
                "Le mot de passe doit compter au moins 12 caractères.",
                refused.reasons().get(0));
    }

    @Test
    void aChangedPasswordEndsEverySessionAndSignsHerInAnew() throws Exception {
        var ada = people.agent();
        var earlier = assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));
        var caller = ada.caller(HERE);

        var anew = assertInstanceOf(
                SignedIn.class, AsCaller.call(caller, () -> signIn.changePassword(caller, PASSWORD, OTHER)));

        assertTrue(sessions.use(earlier.sessionToken(), HERE).isEmpty());
        assertTrue(sessions.use(anew.sessionToken(), HERE).isPresent());
        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), OTHER, HERE));
        assertTrue(acts(ada).contains(AuditAction.PASSWORD_SET));
    }

    @Test
    void whoDoesNotKnowTheOldPasswordDoesNotChangeIt() throws Exception {
        var ada = people.agent();
        var caller = ada.caller(HERE);
        for (int each = 1; each < 5; each++) {
            assertEquals(WRONG, AsCaller.call(caller, () -> signIn.changePassword(caller, OTHER, OTHER)));
        }

        assertInstanceOf(Locked.class, AsCaller.call(caller, () -> signIn.changePassword(caller, OTHER, OTHER)));

        forgetFailures(ada);
        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), PASSWORD, HERE));
    }

    @Test
    void aNewPasswordEndsASignInThatWasBegunWithTheOldOne() throws Exception {
        var ada = people.administrator();
        var step = begin(ada);
        var code = people.code(ada);

        SignInOutcome chosen = signIn.choosePassword(people.link(ada), OTHER, HERE);

        assertInstanceOf(SecondFactorNeeded.class, chosen);
        assertEquals(new Refused(SignInRefusal.STEP_OVER), signIn.withCode(step, code, HERE));
    }

    @Test
    void neitherPasswordsNorTokensNorCodesAreInTheDatabase() throws Exception {
        var ada = people.administrator();
        var step = begin(ada);
        var code = people.code(ada);
        var in = assertInstanceOf(SignedIn.class, signIn.withCode(step, code, HERE));
        var link = people.link(ada);
        for (var secret : List.of(PASSWORD, step, in.sessionToken(), link)) {
            for (var table : List.of("chosen_password", "sign_in_step", "person_session", "password_link")) {
                var found = sql().count("" + table + " t where cast(t as text) like ?", "%" + secret + "%");
                assertEquals(0L, found, table);
            }
        }
    }
}
