package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Browser;
import fr.hubee.it.OneTimeCode;
import fr.hubee.it.server.Keycloak;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Checks sign-in through a real Keycloak in place of ProConnect, on a server that is configured for it. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class ProConnectIT {
    static final String MAIL = "@valbourg-sur-orne.example";
    static final String TELEPHONE = "01234567890123456789";
    static final String START = "/proconnect/connexion?vers=/api";

    static Keycloak keycloak;
    static OwnServer own;
    static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        own = OwnServer.prepare("proconnect", "512m");
        keycloak = Keycloak.launch();
        own.set("HUBEE_PUBLIC_ADDRESS", own.address())
                .set("HUBEE_TRUSTED_PROXIES", "127.0.0.1")
                .set("HUBEE_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
                .set("HUBEE_PROCONNECT_ISSUER", keycloak.issuer())
                .set("HUBEE_PROCONNECT_CLIENT_ID", Keycloak.CLIENT)
                .set("HUBEE_PROCONNECT_CLIENT_SECRET", Keycloak.SECRET);
        server = own.start();
        keycloak.awaitReady();
        account("agent", ActorType.AGENT);
        account("collegue", ActorType.AGENT);
        account("administratrice", ActorType.LOCAL_ADMINISTRATOR);
    }

    @AfterAll
    static void stop() throws IOException {
        if (keycloak != null) {
            keycloak.close();
        }
        if (server != null) {
            server.close();
        }
        if (own != null) {
            own.close();
        }
    }

    private static void account(String name, ActorType type) throws SQLException {
        try (var database = own.database()) {
            NewPerson.camille(Organizations.VALBOURG, type)
                    .email(name + MAIL)
                    .roles(Set.of())
                    .in(database);
        }
    }

    @Test
    void anAgentComesInAndIsKnownTheNextTime() throws Exception {
        for (int each = 0; each < 2; each++) {
            var browser = signIn("agent");

            assertEquals(hub("/api"), browser.location());
            assertTrue(browser.cookie("hubee-session").isPresent());
            assertTrue(browser.cookie("hubee-proconnect").isEmpty());
        }

        assertEquals(
                List.of("agent" + MAIL),
                column("select b.email from federated_identity b join account a on a.id = b.account_id"
                        + " where a.email = 'agent" + MAIL + "'"));
    }

    @Test
    void whatTheProviderTellsMayBeSigned() throws Exception {
        keycloak.signUserInfo(true);
        try {
            assertTrue(signIn("agent").cookie("hubee-session").isPresent());
        } finally {
            keycloak.signUserInfo(false);
        }
    }

    @Test
    void anAgentWhoseEMailBecameAnotherIsRefused() throws Exception {
        assertTrue(signIn("collegue").cookie("hubee-session").isPresent());
        keycloak.renameMail("collegue", "agent" + MAIL + ".example");

        refused("email_mismatch", signIn("collegue"));
    }

    @Test
    void anAdministratorIsAskedForASecondFactor() throws Exception {
        var browser = signIn("administratrice");

        // the password was enough for the provider, not for the hub, which sent her back there
        assertTrue(browser.cookie("hubee-session").isEmpty());
        browser.shows("name=\"otp\"");
        browser.submit(Map.of("otp", OneTimeCode.now(TELEPHONE)));

        assertEquals(hub("/api"), browser.location());
        assertTrue(browser.cookie("hubee-session").isPresent());
    }

    @Test
    void whoHasNoAccountIsRefusedAndGetsNone() throws Exception {
        var browser = signIn("inconnue");

        refused("unknown_agent", browser);
        assertEquals(List.of(), column("select id from account where email = 'inconnue" + MAIL + "'"));
        assertEquals(
                List.of("SIGN_IN_REFUSED"),
                column("select action from audit_entry where address = '" + browser.address() + "'"));
    }

    @Test
    void theWayBackIsGoodOnce() throws Exception {
        var browser = new Browser().open(own.address() + START);
        var attempt = browser.cookie("hubee-proconnect").orElseThrow();
        browser.submit(password("agent"));
        assertEquals(hub("/api"), browser.location());
        var wayBack = browser.visited().stream()
                .filter(where -> where.getPath().equals("/proconnect/retour"))
                .findFirst()
                .orElseThrow();

        // by somebody who saw the address, then even by the browser, had it kept what it was told to forget
        refused("invalid_token", new Browser().open(wayBack.toString()));
        browser.restore(wayBack, "/proconnect", "hubee-proconnect", attempt);
        var again = browser.open(wayBack.toString());

        assertEquals(hub("/connexion?refus=invalid_token"), again.location());
    }

    @Test
    void whoSignsOutIsSignedOutAtTheProviderToo() throws Exception {
        var browser = signIn("agent");
        browser.open(own.address() + "/profil").post(own.address() + "/proconnect/deconnexion");

        assertEquals("/connexion", browser.location().getPath());
        assertTrue(browser.cookie("hubee-session").isEmpty());
        assertTrue(browser.cookie("hubee-proconnect-id").isEmpty());
        assertTrue(
                browser.open(own.address() + START).text().contains("name=\"password\""), "she is asked for it again");
    }

    @Test
    void nothingSecretIsLoggedOrRecorded() throws Exception {
        var browser = signIn("agent");
        var secrets = new ArrayList<>(List.of(Keycloak.SECRET, "mot-de-passe", "eyJ", "inconnue" + MAIL));
        secrets.add(browser.cookie("hubee-session").orElseThrow());
        signIn("inconnue");

        var told = Files.readString(server.log()) + column("select actor || changes from audit_entry");

        for (var secret : secrets) {
            assertFalse(told.contains(secret), secret);
        }
    }

    private static Browser signIn(String name) {
        return new Browser().open(own.address() + START).submit(password(name));
    }

    private static Map<String, String> password(String name) {
        return Map.of("username", name, "password", "mot-de-passe");
    }

    private static URI hub(String path) {
        return URI.create(own.address() + path);
    }

    private static void refused(String reason, Browser browser) {
        assertEquals(hub("/connexion?refus=" + reason), browser.location());
        assertTrue(browser.cookie("hubee-session").isEmpty());
        assertTrue(browser.cookie("hubee-proconnect").isEmpty());
    }

    private static List<String> column(String select) throws SQLException {
        try (var database = own.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(select)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
