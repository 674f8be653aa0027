package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Partner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that guessing secrets does not reveal which clients exist. */
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
}
