package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.hubee.it.InServer;
import fr.hubee.it.world.People;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInOutcome.Locked;
import fr.hubee.people.signin.SignInOutcome.PlaceRefused;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SecondFactorNeeded;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attack: strangers fail to sign in, with the login of one person or with those of many; the people can still sign in. */
class LockoutByAttackersIT extends InServer {
    static final String ELSEWHERE = "203.0.113.5";
    static final String WRONG = "Citron-gelé-58-Harpe";

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    static final String THERE = "203.0.113.66";
    static final String GUESS = "Bienvenue-2026-Mairie";

    @BeforeEach
    void nobodyHasTriedYet() throws Exception {
        sql().change("delete from sign_in_place");
    }

    private void attackersLock(KnownAccount person) throws Exception {
        signIn.withPassword(person.email(), WRONG, ELSEWHERE);
        sql().change("update sign_in_failure set failures = 4 where login_hash = ?", Sha256.hex(person.email()));
        assertInstanceOf(Locked.class, signIn.withPassword(person.email(), WRONG, ELSEWHERE));
    }

    private String browserOf(KnownAccount person) {
        return remembered(signIn.withPassword(person.email(), People.PASSWORD, People.HERE), null);
    }

    private String remembered(SignInOutcome outcome, String device) {
        return sessions.remember(assertInstanceOf(SignedIn.class, outcome).sessionToken(), device)
                .orElseThrow();
    }

    private SignInOutcome comesIn(KnownAccount person, String device) {
        return signIn.withPassword(person.email(), People.PASSWORD, People.HERE, device);
    }

    // Attack: strangers fail to sign in with somebody's login; its owner can still sign in.

    @Test
    void aBrowserThatSheSignedInWithIsNotShutOut() throws Exception {
        var ada = people.agent();
        var device = browserOf(ada);
        attackersLock(ada);

        assertInstanceOf(Locked.class, comesIn(ada, null));
        assertInstanceOf(Locked.class, comesIn(ada, "somebody-s-guess"));
        assertInstanceOf(SignedIn.class, comesIn(ada, device));
        assertInstanceOf(Locked.class, comesIn(ada, null), "strangers stay outside");
    }

    @Test
    void theBrowserOfAnotherUnlocksNothing() throws Exception {
        var ada = people.agent();
        var mallory = browserOf(people.agent());
        attackersLock(ada);

        assertInstanceOf(Locked.class, comesIn(ada, mallory));
    }

    @Test
    void aStolenCopyIsGoodUntilSheSignsInAgainAndForFiveGuesses() throws Exception {
        var ada = people.agent();
        var copy = browserOf(ada);
        for (int each = 1; each < 5; each++) {
            assertEquals(
                    new Refused(SignInRefusal.WRONG_PASSWORD),
                    signIn.withPassword(ada.email(), WRONG, ELSEWHERE, copy));
        }
        assertInstanceOf(Locked.class, signIn.withPassword(ada.email(), WRONG, ELSEWHERE, copy));
        assertInstanceOf(Locked.class, comesIn(ada, copy));

        remembered(comesIn(ada, null), copy);
        attackersLock(ada);
        assertInstanceOf(Locked.class, comesIn(ada, copy));
    }

    @Test
    void aBrowserKnowsSeveralPeople() throws Exception {
        var ada = people.agent();
        var grace = people.agent();
        var device = remembered(comesIn(grace, null), browserOf(ada));
        attackersLock(ada);
        attackersLock(grace);

        assertInstanceOf(SignedIn.class, comesIn(ada, device));
        assertInstanceOf(SignedIn.class, comesIn(grace, device));
    }

    @Test
    void aRightPasswordGoesOnToTheCodeFromAnywhere() throws Exception {
        var ada = people.administrator();
        attackersLock(ada);

        var needed = assertInstanceOf(SecondFactorNeeded.class, comesIn(ada, null));

        assertInstanceOf(Locked.class, signIn.withPassword(ada.email(), WRONG, ELSEWHERE));
        assertInstanceOf(SignedIn.class, signIn.withCode(needed.stepToken(), people.code(ada), People.HERE));
    }

    @Test
    void aNewPasswordForgetsTheBrowsers() throws Exception {
        var ada = people.agent();
        var device = browserOf(ada);
        signIn.choosePassword(people.link(ada), WRONG, People.HERE);
        sql().change(
                        "insert into sign_in_failure (login_hash, failures, locks, locked_until, last_at)"
                                + " values (?, 0, 1, now() + interval '1 minute', now())",
                        Sha256.hex(ada.email()));

        assertInstanceOf(Locked.class, signIn.withPassword(ada.email(), WRONG, People.HERE, device));
    }

    private SignInOutcome stranger(String address) {
        return signIn.withPassword("nobody." + UUID.randomUUID() + "@x.fr", GUESS, address);
    }

    /** Brings an address to thirty failures; most are written to the database, since a real one takes as long as a password. */
    private void thirtyTimes(String address) throws Exception {
        stranger(address);
        sql().change("update sign_in_place set failures = 29 where place = ?", address);
        assertEquals(new Refused(SignInRefusal.WRONG_PASSWORD), stranger(address));
    }

    // Attack: one password is tried on everybody.

    @Test
    void afterThirtyFailuresTheAddressWaitsAndThatIsRecorded() throws Exception {
        thirtyTimes("203.0.113.99");
        for (int each = 31; each <= 40; each++) {
            assertInstanceOf(PlaceRefused.class, stranger("203.0.113.99"));
        }

        assertEquals(1L, sql().count("audit_entry where action = 'PLACE_REFUSED' and address = ?", "203.0.113.99"));
    }

    @Test
    void aSignInFromAnotherAddressDoesNotWait() throws Exception {
        var ada = people.agent();
        thirtyTimes(THERE);

        assertInstanceOf(PlaceRefused.class, signIn.withPassword(ada.email(), People.PASSWORD, THERE));
        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), People.PASSWORD, "198.51.100.1"));
    }

    @Test
    void aKnownBrowserThereDoesNotWait() throws Exception {
        var ada = people.agent();
        var in = assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), People.PASSWORD, THERE));
        var device = sessions.remember(in.sessionToken(), null).orElseThrow();
        thirtyTimes(THERE);

        assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), People.PASSWORD, THERE, device));
    }

    @Test
    void theNetworkIsCountedTooWhateverTheAddress() throws Exception {
        stranger(THERE);
        sql().change("update sign_in_place set failures = 199 where place = '203.0.113.0/24'");
        stranger("203.0.113.67");

        assertInstanceOf(PlaceRefused.class, stranger("203.0.113.68"));
        assertEquals(
                0,
                sql().one("select failures from sign_in_place where place = '203.0.113.68'"),
                "what is not looked at is no failure");
    }

    @Test
    void successIsNoFailure() throws Exception {
        var ada = people.agent();
        for (int each = 1; each <= 2; each++) {
            assertInstanceOf(SignedIn.class, signIn.withPassword(ada.email(), People.PASSWORD, THERE));
        }

        assertEquals(0, sql().one("select failures from sign_in_place where place = ?", THERE));
    }
}
