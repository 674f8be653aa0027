package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.NewApiClient;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.token.TokenOutcome;
import fr.hubee.clients.token.TokenRequest;
import fr.hubee.clients.token.TokenService;
import fr.hubee.it.AsAdmin;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that revoked credentials are refused within five seconds, also by a node that has just accepted them. */
class RevocationIT extends InServer {
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    static final String SECRET = "an-invented-secret-of-more-than-32-characters";

    @Inject
    ApiClientService clients;

    @Inject
    TokenService tokens;

    @Inject
    AsAdmin asAdmin;

    String token(String clientId) throws Exception {
        var wanted = new NewApiClient(clientId, SECRET, Scope.SI, TOWN, List.of("EtatCivil"));
        asBatch.run(() -> clients.addIfAbsent(wanted));
        return assertInstanceOf(TokenOutcome.Issued.class, ask(clientId)).accessToken();
    }

    TokenOutcome ask(String clientId) {
        return tokens.issue(new TokenRequest(clientId, SECRET, "client_credentials", "SI", "127.0.0.1"));
    }

    @Test
    void aRevokedClientGetsNoTokenAndItsTokensAreRefused() throws Exception {
        var token = token("revoked-here");
        assertTrue(tokens.holderOf(token).isPresent());

        asAdmin.run(() -> clients.revoke(Caller.HUB, "revoked-here"));

        assertInstanceOf(TokenOutcome.InvalidClient.class, ask("revoked-here"));
        awaitRefused(token);
    }

    @Test
    void aRevocationOnAnotherNodeIsSeen() throws Exception {
        var token = token("revoked-elsewhere");
        assertTrue(tokens.holderOf(token).isPresent());

        assertEquals(
                1, Database.change("update api_client set revoked_at = now() where client_id = 'revoked-elsewhere'"));

        awaitRefused(token);
    }

    private void awaitRefused(String token) {
        Wait.untilForgotten(() -> tokens.holderOf(token).isEmpty());
    }

    @Test
    void secretsAndTokensAreNotInTheDatabase() throws Exception {
        var token = token("hashed");
        for (var hash :
                Database.texts("select secret_hash from api_client_secret union select token_hash from access_token")) {
            assertTrue(!hash.contains(SECRET) && !hash.contains(token));
        }
    }
}
