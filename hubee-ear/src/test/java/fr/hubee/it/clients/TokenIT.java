package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §4.2: the token endpoint, as all generations of clients call it. */
class TokenIT extends OverHttp {
    static final String SECRET = Partner.secret("demo-cnaf");

    static Answer ask(String path, String type, String body) {
        return Partner.send(Partner.to(path)
                .header("Authorization", Partner.basic("demo-cnaf", SECRET))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void aFormIsAnsweredWithATokenForAnHour() {
        var answer =
                ask("/oauth2/token", "application/x-www-form-urlencoded", "scope=OSL&grant_type=client_credentials");

        answer.expect(200);
        assertEquals("Bearer", answer.field("token_type"));
        assertEquals(3600, answer.json().path("expires_in").asInt());
        assertEquals("OSL", answer.field("scope"));
        var cnaf = Partner.holding(answer);
        cnaf.get("/notifications").expect(200);
    }

    @Test
    void theOlderAddressAndTheJsonOfOlderClientsAreTaken() {
        var answer = ask("/token", "application/json", "{\"scope\":\"OSL\",\"grant_type\":\"client_credentials\"}")
                .expect(200);

        assertEquals("OSL", answer.field("scope"));
    }

    @Test
    void anUnknownClientIsAnsweredSoInTheOAuthShape() {
        var answer = Partner.askToken("nobody-1", "x").expect(401);

        assertEquals(
                "{\"error_description\":\"A valid OAuth client could not be found for client_id: nobody-1\","
                        + "\"error\":\"invalid_client\"}",
                answer.text());
    }

    @Test
    void aWrongSecretIsAnsweredTheSame() {
        var answer = Partner.askToken("demo-dinum", "wrong").expect(401);

        assertEquals("invalid_client", answer.field("error"));
    }

    @Test
    void aScopeOfSomebodyElseIsRefused() {
        var answer =
                ask("/oauth2/token", "application/x-www-form-urlencoded", "scope=ADMIN&grant_type=client_credentials");

        answer.expect(400);
        assertEquals("invalid_scope", answer.field("error"));
    }

    @Test
    void aGrantOtherThanClientCredentialsIsRefused() {
        var answer = ask("/oauth2/token", "application/x-www-form-urlencoded", "grant_type=password");

        assertEquals("unsupported_grant_type", answer.field("error"));
    }

    @Test
    void guessesAreSlowedDown() {
        for (int guess = 0; guess < 5; guess++) {
            guess("guess-" + guess).expect(401);
        }

        var sixth = guess("guess-6").expect(429);

        assertNotEquals(null, sixth.header("Retry-After"));
        // even the right secret waits
        guess(Partner.secret("demo-trois-vallons")).expect(429);
    }

    static Answer guess(String secret) {
        return Partner.askToken("demo-trois-vallons", secret);
    }

    @Test
    void withoutATokenNoPathAnswers() {
        var stranger = Partner.withToken(Partner.address(), "not-a-token");

        for (var path : new String[] {"/notifications", "/nothing-here"}) {
            var answer = stranger.get(path).expect(401);
            assertEquals(
                    "{\"errors\":[{\"code\":900901,\"message\":\"Invalid Credentials : Invalid Credentials. "
                            + "Make sure you have given the correct access token\"}]}",
                    answer.text());
        }
    }

    @Test
    void aTokenOfAnotherScopeIsUnauthorized() {
        var datapass = Partner.of("demo-datapass");

        assertEquals("Unauthorized user", datapass.get("/notifications").error());
        Partner.of("demo-valbourg-etatcivil")
                .post("/folders", Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN)))
                .expect(403);
    }
}
