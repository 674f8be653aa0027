package fr.hubee.demonstration;

import fr.hubee.demonstration.scenario.CensusDeclaration;
import fr.hubee.demonstration.scenario.CivilStatus;
import fr.hubee.demonstration.scenario.Credentials;
import fr.hubee.demonstration.scenario.DeathCertificate;
import fr.hubee.demonstration.scenario.Refusals;
import fr.hubee.demonstration.scenario.ScenarioOutput;
import fr.hubee.demonstration.scenario.ScenarioPartners;
import fr.hubee.demonstration.scenario.UnexpectedAnswer;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays the whole exchange against the running demonstration, and prints what each side sends and receives. It stops at
 * the first unexpected answer, and can be repeated.
 */
public final class Scenario {
    private static final Path DEMONSTRATION = Path.of("tools/demo/src/main/bootstrap/demo.json");

    private Scenario() {}

    public static void main(String... arguments) {
        try {
            play("http://localhost:" + Ports.fromEnvironment().http());
        } catch (UnexpectedAnswer | IllegalArgumentException | IOException failure) {
            System.out.flush();
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void play(String address) throws IOException {
        var output = new ScenarioOutput(System.out);
        var partners = new ScenarioPartners(address, credentials(), output);
        partners.requireHub(
                "Nothing answers at " + address + "/. Start the demonstration first, in another terminal: ./dev demo"
                        + " (if it runs on other ports, give " + Ports.OFFSET_SETTING + " here too)");
        output.title("The exchange, told by " + address);
        new DeathCertificate(partners).tell();
        new Refusals(partners).tell();
        new CivilStatus(partners).tell();
        new CensusDeclaration(partners).tell();
        output.title("The story ended well: every answer was the expected one.");
    }

    private static Map<String, Credentials> credentials() throws IOException {
        return DemoClients.read(DEMONSTRATION).clients().stream()
                .map(Scenario::credentials)
                .collect(Collectors.toMap(Credentials::clientId, Function.identity()));
    }

    private static Credentials credentials(DemoClients.Client client) {
        var organization = client.organization();
        return new Credentials(
                client.clientId(),
                client.clientSecret(),
                client.scope(),
                organization.type(),
                organization.companyRegister(),
                organization.branchCode());
    }
}
