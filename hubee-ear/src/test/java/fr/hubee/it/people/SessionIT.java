package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InServer;
import fr.hubee.it.InTransaction;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.SignInService;
import fr.hubee.websecurity.PersonCookie;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that a signed-in person is known by a cookie, as long as her session lasts. */
class SessionIT extends InServer {
    static final String DOOR = "/it/door";
    static final String NOBODY = "nobody";

    @Inject
    SessionService sessions;

    @Inject
    SignInService signIn;

    @Inject
    InTransaction inTransaction;

    @Inject
    Event<AccountEvent> accountEvents;

    final PageBrowser browser = new PageBrowser();

    private Answer signIn(KnownAccount person) {
        return browser.post(DOOR, "login", person.email(), "password", People.PASSWORD);
    }

    private String whoIsThere() {
        return browser.get(DOOR).text();
    }

    private String token() {
        return browser.cookies.get(PersonCookie.NAME);
    }

    private int move(String column, String by) throws Exception {
        return sql().change(
                        "update person_session set " + column + " = " + column + " - cast(? as interval)"
                                + " where token_hash = ?",
                        by,
                        Sha256.hex(token()));
    }

    @Test
    void aPersonIsKnownWithTheRolesOfHerAccount() throws Exception {
        var ada = people.agent();
        assertEquals(NOBODY, whoIsThere());

        signIn(ada);

        assertEquals(ada.email() + " [MANAGE_FOLDERS, PERSON, READ_FOLDERS] 127.0.0.1 false", whoIsThere());
    }

    @Test
    void theCookieIsOfNoUseToScriptsAndToOtherSites() throws Exception {
        var cookie = PageBrowser.setCookies(signIn(people.agent())).get(0);
        var attributes = Arrays.stream(cookie.split("; ?", -1))
                .skip(1)
                .map(String::toLowerCase)
                .collect(Collectors.toSet());

        assertTrue(cookie.startsWith(PersonCookie.NAME + "="), cookie);
        assertEquals(Set.of("path=/", "httponly", "samesite=lax"), attributes, "no Secure on http, no Max-Age");
    }

    @Test
    void aSecondSignInEndsTheEarlierSession() throws Exception {
        var ada = people.agent();
        signIn(ada);
        var first = token();

        signIn(ada);

        assertNotEquals(first, token());
        assertTrue(sessions.use(first, People.HERE).isEmpty());
        assertTrue(sessions.use(token(), People.HERE).isPresent());
    }

    @Test
    void aTokenThatSomebodyPlantedIsNotTaken() throws Exception {
        browser.cookies.put(PersonCookie.NAME, "planted");

        signIn(people.agent());

        assertNotEquals("planted", token());
        browser.cookies.put(PersonCookie.NAME, "planted");
        assertEquals(NOBODY, whoIsThere());
    }

    @Test
    void theSecondFactorGivesTheTokenAndNothingBefore() throws Exception {
        var ada = people.administrator();
        var step = signIn(ada).text();
        assertEquals(NOBODY, whoIsThere());
        browser.cookies.put(PersonCookie.NAME, step);
        assertEquals(NOBODY, whoIsThere());

        browser.post(DOOR, "step", step, "code", people.code(ada));

        assertNotEquals(step, token());
        assertTrue(whoIsThere().startsWith(ada.email()));
        assertTrue(whoIsThere().endsWith(" true"), "the container knows her roles");
    }

    @Test
    void anHourWithoutARequestEndsIt() throws Exception {
        signIn(people.agent());
        move("used_at", "59 minutes");
        assertNotEquals(NOBODY, whoIsThere());
        move("used_at", "59 minutes");
        assertNotEquals(NOBODY, whoIsThere(), "the use before was noted");

        move("used_at", "60 minutes");

        assertEquals(NOBODY, whoIsThere());
    }

    @Test
    void twelveHoursEndItHoweverItIsUsed() throws Exception {
        signIn(people.agent());
        move("opened_at", "11 hours 59 minutes");
        assertNotEquals(NOBODY, whoIsThere());

        move("opened_at", "1 minute");

        assertEquals(NOBODY, whoIsThere());
    }

    @Test
    void aUseIsWrittenOnceAMinuteAtMost() throws Exception {
        signIn(people.agent());
        var query = "select used_at from person_session where token_hash = ?";
        move("used_at", "30 seconds");
        var before = sql().one(query, Sha256.hex(token()));

        assertNotEquals(NOBODY, whoIsThere());

        assertEquals(before, sql().one(query, Sha256.hex(token())));
        move("used_at", "30 seconds");
        assertNotEquals(NOBODY, whoIsThere());
        assertTrue(((Timestamp) before).before((Timestamp) sql().one(query, Sha256.hex(token()))));
    }

    @Test
    void thePageMayAskWhatRemainsWithoutProlongingItAndProlongIt() throws Exception {
        signIn(people.agent());
        move("used_at", "58 minutes");

        assertTrue(sessions.remaining(token()).compareTo(Duration.ofMinutes(2)) <= 0);
        assertTrue(sessions.remaining(token()).compareTo(Duration.ofMinutes(2)) <= 0);

        assertEquals(Duration.ofMinutes(60), sessions.extend(token()));
        assertTrue(sessions.remaining(token()).compareTo(Duration.ofMinutes(58)) > 0);
        assertEquals(Duration.ZERO, sessions.remaining("nonsense"));
        assertEquals(Duration.ZERO, sessions.extend("nonsense"));
    }

    @Test
    void sheSignsOut() throws Exception {
        var ada = people.agent();
        signIn(ada);
        var token = token();

        browser.post(DOOR, "out", "1");

        assertFalse(browser.cookies.containsKey(PersonCookie.NAME));
        assertTrue(sessions.use(token, People.HERE).isEmpty());
        assertEquals(AuditAction.SIGNED_OUT, people.journal(ada).get(0).action());
        assertEquals("127.0.0.1", people.journal(ada).get(0).address());
    }

    @Test
    void aDeactivationClosesHerSessionsForGood() throws Exception {
        var ada = people.agent();
        signIn(ada);
        Stored.account(ada.id()).isInactive();
        assertEquals(NOBODY, whoIsThere());

        inTransaction.call(() -> {
            accountEvents.fire(new AccountEvent.Deactivated(ada.id()));
            return null;
        });
        Stored.account(ada.id()).set("active = true");

        assertEquals(NOBODY, whoIsThere());
    }

    @Test
    void aChangedRoleAppliesToAnOpenSession() throws Exception {
        var ada = people.agent();
        signIn(ada);

        Stored.account(ada.id()).hasRoles("MANAGE_USERS");

        assertEquals(ada.email() + " [MANAGE_USERS, PERSON, READ_USERS] 127.0.0.1 true", whoIsThere());
    }

    @Test
    void theCookieIsWorthNothingOnTheApisAndATokenSentWithItCounts() throws Exception {
        signIn(people.agent());
        for (var path : new String[] {"/teledossiers/v1/notifications", "/referential/v1/subscriptions"}) {
            browser.get(path).expect(401, path);
        }

        var bearer = Partner.of("demo-admin").request("/notifications").build().headers();
        var answer = Partner.send(browser.request("/teledossiers/v1/notifications")
                        .header(
                                "Authorization",
                                bearer.firstValue("Authorization").orElseThrow())
                        .GET())
                .expect(200);

        assertTrue(PageBrowser.setCookies(answer).isEmpty(), "software leaves no session");
    }

    @Test
    void aBearerTokenDoesNotFallBackOnTheCookie() throws Exception {
        signIn(people.agent());

        var answer = Partner.send(
                browser.request(DOOR).header("Authorization", "Bearer nonsense").GET());

        assertEquals(NOBODY, answer.text());
    }
}
