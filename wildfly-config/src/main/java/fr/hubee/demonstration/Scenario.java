package fr.hubee.demonstration;

import fr.hubee.demonstration.scenario.Cast;
import fr.hubee.demonstration.scenario.Census;
import fr.hubee.demonstration.scenario.CivilStatus;
import fr.hubee.demonstration.scenario.Credentials;
import fr.hubee.demonstration.scenario.DeathCertificate;
import fr.hubee.demonstration.scenario.Refusals;
import fr.hubee.demonstration.scenario.StoryBroken;
import fr.hubee.demonstration.scenario.Teller;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole exchange, told while it is played against the running demonstration: what each side sends and gets. It stops at
 * the first answer that is not the expected one, and may be played as often as one likes.
 */
public final class Scenario {
    private static final Path DEMONSTRATION = Path.of("wildfly-config/src/main/bootstrap/demo.json");

    private Scenario() {}

    public static void main(String... arguments) {
        try {
            play("http://localhost:" + Ports.fromEnvironment().http());
        } catch (StoryBroken | IllegalArgumentException | IOException e) {
            System.out.flush();
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void play(String address) throws IOException {
        var teller = new Teller(System.out);
        var cast = new Cast(address, credentials(), teller);
        cast.requireHub(
                "Nothing answers at " + address + "/. Start the demonstration first, in another terminal: ./dev demo"
                        + " (if it runs on other ports, give " + Ports.OFFSET_SETTING + " here too)");
        teller.title("The exchange, told by " + address);
        new DeathCertificate(cast).tell();
        new Refusals(cast).tell();
        new CivilStatus(cast).tell();
        new Census(cast).tell();
        teller.title("The story ended well: every answer was the expected one.");
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
