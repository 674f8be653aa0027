package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.hubee.it.InServer;
import fr.hubee.it.world.People;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInOutcome.PlaceRefused;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attack: one password is tried on everybody. */
class ManyLoginsFromOnePlaceIT extends InServer {
    static final String THERE = "203.0.113.66";
    static final String GUESS = "Bienvenue-2026-Mairie";

    @Inject
    SignInService signIn;

    @Inject
    SessionService sessions;

    @BeforeEach
    void nobodyHasTriedYet() throws Exception {
        sql().change("delete from sign_in_place");
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
