package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.people.account.AgentFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A file of organisations or of agents that a person imports. */
public final class ImportFuzz {
    private ImportFuzz() {}

    public static void read(byte[] input) throws IOException {
        try {
            for (var line : FileLine.read(new ByteArrayInputStream(input))) {
                if (line.problem() == null && line.form().problems().isEmpty()) {
                    line.form().create();
                }
            }
        } catch (InvalidRequest refused) {
            // that is right
        }
        try (var agents = SentCsv.read(new ByteArrayInputStream(input)).open()) {
            for (var agent : AgentFile.read(agents.lines().collect(Collectors.joining("\n")))) {
                agent.identity().tidied();
            }
        } catch (InvalidRequest refused) {
            // that is right
        }
        new OrganizationFile("somebody").keep(null, new String(input, StandardCharsets.UTF_8), input, null);
    }
}
