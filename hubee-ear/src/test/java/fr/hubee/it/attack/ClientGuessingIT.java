package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks software that guesses secrets, or calls without end: it learns nothing, and is slowed down alone. */
class ClientGuessingIT extends OverHttp {
    /** Returns the answers to guesses, with the client's name replaced. */
    static List<String> guesses(Stranger stranger, String clientId) {
        var heard = new ArrayList<String>();
        for (int guess = 0; guess < 7; guess++) {
            var answer = stranger.askToken(clientId, "guess-" + guess);
            heard.add(answer.status() + " " + answer.body().replace(clientId, "…"));
        }
        return heard;
    }

    // Checks that guessing secrets does not reveal which clients exist.

    @Test
    void aClientThatExistsIsAnsweredLikeOneThatDoesNot() {
        var stranger = new Stranger("127.71.0.1");

        var known = guesses(stranger, "demo-cnaf");
        var unknown = guesses(stranger, "demo-cnaf-of-nobody");

        assertEquals(known, unknown);
        assertEquals("401", known.get(4).substring(0, 3));
        assertEquals("429", known.get(6).substring(0, 3));
    }

    @Test
    void aRefusedGuessGetsTheRateLimitHeaders() {
        var stranger = new Stranger("127.71.3.1");
        guesses(stranger, "demo-of-nobody");

        var told = stranger.askToken("demo-of-nobody", "another guess").expect(429);

        assertEquals("\"failures\";q=5;w=900", told.header("RateLimit-Policy"));
        assertEquals("\"failures\";r=0;t=" + told.header("Retry-After"), told.header("RateLimit"));
        assertTrue(told.body().contains("\"too_many_attempts\""), told::body);
    }

    @Test
    void guessesFromAnotherAddressLockNobodyOut() {
        guesses(new Stranger("127.71.1.1"), "demo-rsa");

        new Stranger("127.71.2.1").askToken("demo-rsa", "a first guess").expect(401);
        Partner.askToken("demo-cnaf", Partner.secret("demo-cnaf")).expect(200);
    }

    static Answer poll(Partner software) {
        return software.get("/notifications?maxResult=1");
    }

    // Checks that software that calls without end is slowed down, alone.

    @Test
    void aClientAboveItsRateIsAnswered429AndOthersAreServed() {
        Database.change("update api_client set calls_per_second = 1 where client_id = 'demo-rsa'");
        try {
            var careless = Partner.signIn(Partner.address(), "demo-rsa");
            var refused = Stream.generate(() -> poll(careless))
                    .limit(200)
                    .filter(answer -> answer.status() != 200)
                    .findFirst()
                    .orElseThrow()
                    .expect(429);

            assertEquals("{\"errors\":[{\"code\":429,\"message\":\"Too many requests\"}]}", refused.text());
            assertEquals("1", refused.header("Retry-After"));
            assertEquals("\"client\";q=2;w=2", refused.header("RateLimit-Policy"));
            assertEquals("\"client\";r=0;t=1", refused.header("RateLimit"));
            var other = poll(Partner.of("demo-cnaf")).expect(200);
            assertNull(other.header("RateLimit"), "who is far from its ceiling hears nothing of it");
        } finally {
            Database.change("update api_client set calls_per_second = null where client_id = 'demo-rsa'");
        }
    }

    @Test
    void anAddressThatKeepsTryingTokensWaitsAndSoftwareThatIsKnownThereDoesNot() {
        var stranger = new Stranger("127.72.0.1");
        var token = Partner.newToken("demo-cnaf");
        stranger.get("/notifications?maxResult=1", token).expect(200);
        var heard = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(each -> stranger.get("/notifications", "not-a-token"))
                .filter(answer -> answer.status() != 401)
                .findAny()
                .orElseThrow()
                .expect(429);

        assertNotNull(heard.header("Retry-After"));
        assertTrue(heard.header("RateLimit").startsWith("\"address\";r=0;t="), heard::head);
        assertEquals("{\"errors\":[{\"code\":429,\"message\":\"Too many requests\"}]}", heard.body());
        // two attempts come back each second, and a guess costs ten: on a slow machine the first may still be heard
        var guess = Stream.generate(() -> stranger.askToken("nobody-yet", "a first guess"))
                .limit(30)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no secret is hashed for it"));
        assertTrue(guess.header("RateLimit").startsWith("\"address\";r=0;t="), guess::head);
        stranger.get("/notifications?maxResult=1", token).expect(200);
    }
}
