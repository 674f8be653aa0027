package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Partner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that software that calls without end is slowed down, alone. */
class CarelessClientIT extends OverHttp {

    static Answer poll(Partner software) {
        return software.get("/notifications?maxResult=1");
    }

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
