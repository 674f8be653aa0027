package fr.hubee.api.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.api.directory.Bootstrap.AccountJson;
import fr.hubee.api.directory.Bootstrap.ClientJson;
import fr.hubee.clients.client.Scope;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a wrong file at start is reported with its name, the entry and the reason. */
class BootstrapFileTest {
    static final String SECRET = "a-secret-that-is-long-enough-0123456789";
    static final ValidatorFactory VALIDATION = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        VALIDATION.close();
    }

    @Test
    void everyEntryIsGivenInItsOrder() throws Exception {
        var names = new ArrayList<String>();

        file(clients(client("b"), client("a"))).each("clients", ClientJson.class, entry -> names.add(entry.clientId()));

        assertEquals(List.of("b", "a"), names);
    }

    @Test
    void aPartThatIsNotThereHasNoEntry() throws Exception {
        file("{}").each("clients", ClientJson.class, entry -> {
            throw new AssertionError(entry);
        });
    }

    @Test
    void aPersonIsReadWithWhatIsKnownOfHer() throws Exception {
        var accounts = new ArrayList<NewAccount>();

        file("""
                {"accounts": [{"actorType": "NATIONAL_ADMINISTRATOR", "email": "nina@example.fr", "civility": "MME",
                  "organization": {"type": "ADMIN", "companyRegister": "99000900300015", "branchCode": "00000"},
                  "firstName": "Nina", "lastName": "Martin", "phoneNumber": "0160000001"}]}""").each("accounts", AccountJson.class, entry -> accounts.add(entry.toNewAccount()));

        assertEquals(
                List.of(new NewAccount(
                        ActorType.NATIONAL_ADMINISTRATOR,
                        new OrganizationKey(OrganizationType.ADMIN, "99000900300015", "00000"),
                        "nina@example.fr",
                        new Identity(Civility.MME, "Nina", "Martin", null, "0160000001", null),
                        Set.of())),
                accounts);
    }

    @Test
    void namesThatNobodyKnowsArePassedOver() throws Exception {
        file("{\"clients\":[],\"comment\":\"2026\"}").each("clients", ClientJson.class, entry -> {});
    }

    @Test
    void aFileThatIsNotThere() {
        var path = folder.resolve("gone.json");

        var wrong = assertThrows(IllegalStateException.class, () -> new BootstrapFile(path, VALIDATION.getValidator()));

        assertEquals("The bootstrap file gone.json: cannot be read", beginning(wrong));
    }

    private static String beginning(Exception wrong) {
        return wrong.getMessage().split(": ", 3)[0] + ": " + wrong.getMessage().split(": ", 3)[1];
    }

    @Test
    void aFileThatIsNoJson() {
        assertWrong("is no JSON (line 2)", "{\n\"clients\": nothing}");
    }

    @Test
    void anEmptyFile() {
        assertWrong("is no JSON object", "");
        assertWrong("is no JSON object", "[]");
    }

    @Test
    void aPartThatIsNoList() {
        assertWrong("clients is no list", "{\"clients\":{}}");
    }

    @Test
    void anEntryThatIsNoObject() {
        assertWrong("clients[0] is not what it should be", "{\"clients\":[\"x\"]}");
        assertWrong("clients[0] is not what it should be", "{\"clients\":[null]}");
    }

    @Test
    void aValueThatIsNotWhatItShouldBe() {
        assertWrong(
                "clients[1]: scope is not what it should be",
                clients(client("a"), client("b").replace("\"SI\",\"org", "\"XX\",\"org")));
        assertWrong(
                "clients[0]: organization.type is not what it should be",
                clients(client("a").replace("{\"type\":\"SI\"", "{\"type\":\"XX\"")));
    }

    @Test
    void aValueThatIsMissing() {
        assertWrong(
                "clients[0]: organization must not be null",
                "{\"clients\":[{\"clientId\":\"a\",\"clientSecret\":\"" + SECRET
                        + "\",\"scope\":\"SI\",\"processCodes\":[]}]}");
    }

    @Test
    void aSecretThatIsTooShortIsNotQuoted() {
        assertWrong(
                "clients[0]: clientSecret has 32 to 200 characters",
                clients(client("a").replace(SECRET, "sesame")));
    }

    @Test
    void whatTheActionRefusesIsReportedWithTheEntry() throws Exception {
        var file = file(clients(client("a")));

        var wrong = assertThrows(
                IllegalStateException.class,
                () -> file.each("clients", ClientJson.class, entry -> {
                    throw new InvalidRequest("process X is not known");
                }));

        assertEquals("The bootstrap file data.json: clients[0]: process X is not known", wrong.getMessage());
    }

    @Test
    void credentialsDoNotShowTheirSecret() throws Exception {
        file(clients(client("a"))).each("clients", ClientJson.class, entry -> {
            assertEquals("ClientJson[a]", entry.toString());
            assertEquals(Scope.SI, entry.toNewApiClient().scope());
        });
    }

    private void assertWrong(String what, String content) {
        var wrong = assertThrows(
                IllegalStateException.class, () -> file(content).each("clients", ClientJson.class, entry -> {}));

        assertEquals("The bootstrap file data.json: " + what, wrong.getMessage());
    }

    private BootstrapFile file(String content) throws IOException {
        return new BootstrapFile(Files.writeString(folder.resolve("data.json"), content), VALIDATION.getValidator());
    }

    private static String clients(String... entries) {
        return "{\"clients\":[" + String.join(",", entries) + "]}";
    }

    private static String client(String name) {
        return "{\"clientId\":\"" + name + "\",\"clientSecret\":\"" + SECRET + "\",\"scope\":\"SI\",\"organization\":"
                + "{\"type\":\"SI\",\"companyRegister\":\"99000101800011\",\"branchCode\":\"99101\"},"
                + "\"processCodes\":[\"CERTDC\"]}";
    }
}
