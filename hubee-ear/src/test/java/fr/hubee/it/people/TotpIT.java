package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.secondfactor.CodeCheck;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Checks codes from a person's own authenticator application. */
class TotpIT extends InServer {
    @Inject
    TotpService totp;

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    /** An authenticator application on a telephone. */
    record Telephone(String secret) {

        /** @param steps from now, of thirty seconds */
        String code(int steps) throws Exception {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "RAW"));
            long step = Instant.now().getEpochSecond() / 30 + steps;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7FFFFFFF;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        }

        private byte[] bytes() {
            var bytes = ByteBuffer.allocate(20);
            long pending = 0;
            int held = 0;
            for (int each = 0; each < secret.length(); each++) {
                pending = (pending << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(each));
                held += 5;
                if (held >= 8) {
                    held -= 8;
                    bytes.put((byte) (pending >> held));
                }
            }
            return bytes.array();
        }
    }

    private static Caller caller(KnownAccount person) {
        return person.caller(People.HERE).proven(Instant.MAX);
    }

    private Telephone enrolled(KnownAccount person) throws Exception {
        var caller = caller(person);
        var telephone = new Telephone(
                AsCaller.call(caller, () -> totp.begin(caller, People.PASSWORD)).secret());
        var code = telephone.code(0); // also where thirty seconds end just now; the next one is newer
        assertEquals(CodeCheck.ACCEPTED, AsCaller.call(caller, () -> totp.confirm(caller, code)));
        return telephone;
    }

    private SecondFactorNeeded begin(KnownAccount person) {
        return assertInstanceOf(
                SecondFactorNeeded.class, signIn.withPassword(person.email(), People.PASSWORD, People.HERE));
    }

    @Test
    void whoHasAnApplicationIsAskedForItsCodeAndSentNone() throws Exception {
        var ada = people.administrator();
        var telephone = enrolled(ada);

        var needed = begin(ada);

        assertEquals(SecondFactor.TOTP, needed.kind());
        assertEquals(
                0,
                sql().one(
                                "select codes_wanted from sign_in_step where account_id = ? order by id desc limit 1",
                                ada.id()));
        assertInstanceOf(SignedIn.class, signIn.withCode(needed.stepToken(), telephone.code(1), People.HERE));
        assertEquals(
                "PASSWORD_AND_TOTP",
                people.journal(ada).get(0).changes().fields().get("method").after());
    }

    @Test
    void anAgentMayHaveOneToo() throws Exception {
        var ada = people.agent();
        enrolled(ada);

        assertEquals(SecondFactor.TOTP, begin(ada).kind());
    }

    @Test
    void aCodeIsAcceptedOnce() throws Exception {
        var ada = people.administrator();
        var telephone = enrolled(ada);
        var code = telephone.code(1);
        assertInstanceOf(SignedIn.class, signIn.withCode(begin(ada).stepToken(), code, People.HERE));

        assertEquals(
                new Refused(SignInRefusal.WRONG_CODE),
                signIn.withCode(begin(ada).stepToken(), code, People.HERE));
    }

    @Test
    void aCodeTypedInTwoSignInsAtOnceOpensOne() throws Exception {
        var ada = people.administrator();
        var telephone = enrolled(ada);
        var code = telephone.code(1);
        var steps = new String[] {begin(ada).stepToken(), begin(ada).stepToken()};

        var outcomes = InParallel.of(2, each -> signIn.withCode(steps[each], code, People.HERE));

        assertEquals(1, outcomes.stream().filter(SignedIn.class::isInstance).count());
    }

    @Test
    void untilItIsConfirmedNothingChanges() throws Exception {
        var ada = people.administrator();
        var caller = caller(ada);
        AsCaller.call(caller, () -> totp.begin(caller, People.PASSWORD));

        assertEquals(CodeCheck.WRONG, AsCaller.call(caller, () -> totp.confirm(caller, "nonsense")));
        assertFalse(AsCaller.call(caller, () -> totp.isEnrolled(caller)));
        assertEquals(SecondFactor.MAIL, begin(ada).kind());
    }

    @Test
    void aSecondOneIsNotAssociatedInAdditionToTheFirst() throws Exception {
        var ada = people.administrator();
        enrolled(ada);
        var caller = caller(ada);

        assertThrows(Conflict.class, () -> AsCaller.call(caller, () -> totp.begin(caller, People.PASSWORD)));
    }

    @Test
    void sheRemovesItWithACodeAndIsSentCodesAgain() throws Exception {
        var ada = people.administrator();
        var telephone = enrolled(ada);
        var caller = caller(ada);
        assertEquals(CodeCheck.WRONG, AsCaller.call(caller, () -> totp.remove(caller, People.PASSWORD, "nonsense")));

        var code = telephone.code(1);
        assertEquals(CodeCheck.ACCEPTED, AsCaller.call(caller, () -> totp.remove(caller, People.PASSWORD, code)));

        assertEquals(SecondFactor.MAIL, begin(ada).kind());
        var acts = people.journal(ada).stream().map(line -> line.action()).toList();
        assertTrue(acts.contains(AuditAction.TOTP_ENROLLED) && acts.contains(AuditAction.TOTP_REMOVED));
    }

    @Test
    void guessesAreCounted() throws Exception {
        var ada = people.administrator();
        enrolled(ada);
        var caller = caller(ada);
        for (int each = 1; each <= 5; each++) {
            assertEquals(
                    CodeCheck.WRONG, AsCaller.call(caller, () -> totp.remove(caller, People.PASSWORD, "nonsense")));
        }

        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(caller, () -> totp.remove(caller, People.PASSWORD, "nonsense")),
                "not even the password is looked at");
    }

    @Test
    void whoeverManagesTheAccountsOfTheOrganisationRemovesIt() throws Exception {
        var town = NewTown.fresh().registered();
        var ada = people.withPassword(people.of(town, ActorType.AGENT));
        var manager = caller(people.of(town, ActorType.LOCAL_ADMINISTRATOR));
        var stranger = caller(people.administrator());
        var national = new Caller(
                        "national@x.fr", null, Set.of(RoleNames.PERSON, RoleNames.ADMIN), Set.of(), People.HERE)
                .proven(Instant.MAX);
        var open = assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), People.PASSWORD, People.HERE));
        enrolled(ada);

        assertThrows(NotAllowed.class, () -> removeOf(stranger, ada));
        assertThrows(EJBAccessException.class, () -> removeOf(caller(ada), ada));
        assertTrue(sessions.use(open.sessionToken(), People.HERE).isPresent());
        removeOf(manager, ada);
        assertTrue(sessions.use(open.sessionToken(), People.HERE).isEmpty(), "whoever has the telephone is out");
        assertEquals(1, mails(ada, "TOTP_REMOVED"));
        assertEquals(manager.name(), people.journal(ada).get(0).actor());
        enrolled(ada);
        removeOf(national, ada);
        assertThrows(Conflict.class, () -> removeOf(national, ada));
    }

    @Test
    void aManagerNeedsACodeForHerOwn() throws Exception {
        var ada = people.administrator();
        enrolled(ada);

        assertThrows(NotAllowed.class, () -> removeOf(caller(ada), ada));
    }

    private void removeOf(Caller caller, KnownAccount person) throws Exception {
        AsCaller.run(caller, () -> totp.removeOf(caller, person.id()));
    }

    private Object mails(KnownAccount person, String template) throws Exception {
        return sql().one(
                        "select cast(count(*) as integer) from mail where recipient = ? and template = ?",
                        person.email(),
                        template);
    }

    @Test
    void whoseAccountSheMayNotChangeSheDoesNotHelpEither() throws Exception {
        var town = NewTown.fresh().registered();
        var ada = people.withPassword(people.of(town, ActorType.AGENT));
        var boss = people.administratorOf(town);
        enrolled(boss);
        Stored.account(ada.id()).hasRoles("MANAGE_USERS");
        var agent = new Caller(
                        ada.email(),
                        ada.organization(),
                        Set.of(RoleNames.PERSON, RoleNames.MANAGE_USERS),
                        Set.of(),
                        People.HERE)
                .proven(Instant.MAX);

        assertThrows(NotAllowed.class, () -> removeOf(agent, boss));
    }

    @Test
    void theSecretIsEncryptedInTheDatabase() throws Exception {
        var ada = people.administrator();
        var telephone = enrolled(ada);

        var stored = (String) sql().one("select secret from totp where account_id = ?", ada.id());

        assertFalse(stored.contains(telephone.secret()));
        assertEquals(5, stored.split("\\.", -1).length, "a JWE has five parts");
    }

    @Test
    void whenItsSecretCannotBeReadAnyMoreCodesComeByMail() throws Exception {
        var ada = people.administrator();
        enrolled(ada);
        sql().change("update totp set secret = 'of another key' where account_id = ?", ada.id());

        assertEquals(SecondFactor.MAIL, begin(ada).kind());
    }
}
