package fr.hubee.clients.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios are data: those of the hub are right, and a ministry adds its own. */
class ScenarioCatalogTest {
    static final String OWN = """
            name: nominal
            role: SI
            title: {fr: "Le nôtre", en: "Ours"}
            purpose: {fr: "Un essai.", en: "A try."}
            steps:
              - partner: DEPOSIT
              - expect: QUEUE
            """;

    @Test
    void eachProfileHasItsScenariosAndEachSaysInBothLanguagesWhatItIs() {
        var all = ScenarioCatalog.read(Optional.empty()).values();

        for (var profile : Set.of("SI", "OSL", "PUSH")) {
            assertTrue(all.stream().anyMatch(each -> each.profiles().contains(profile)), profile);
        }
        for (var scenario : all) {
            scenario.steps().forEach(step -> assertFalse(step.shown().fr().contains("{"), step::toString));
            assertFalse(scenario.title().en().equals(scenario.title().fr()), scenario.name());
        }
    }

    @Test
    void theActsAroundAStepAreThoseBetweenTwoActsOfThePartner() {
        var scenario = ScenarioCatalog.read(Optional.empty()).get("refused-then-corrected");

        assertEquals(
                Set.of(SoftwareAct.FILES, SoftwareAct.STATUS, SoftwareAct.ANSWER, SoftwareAct.CHANGE),
                scenario.actsAround(2));
        assertEquals(Set.of(SoftwareAct.ACKNOWLEDGE), scenario.actsAround(4));
    }

    @Test
    void aPurgedFileIsRefusedAsTheHubRefusesIt() {
        var refusal =
                ScenarioCatalog.read(Optional.empty()).get("purged").steps().get(0);

        assertEquals(404, refusal.answer());
        assertEquals(NotFound.of("File").getMessage(), refusal.message());
    }

    @Test
    void aMinistryAddsScenariosAndReplacesOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), OWN);
        Files.writeString(folder.resolve("b.yaml"), OWN.replace("name: nominal", "name: one-more"));
        var scenarios = ScenarioCatalog.read(Optional.of(folder));

        assertEquals("Ours", scenarios.get("nominal").title().en());
        assertEquals("one-more", List.copyOf(scenarios.keySet()).get(scenarios.size() - 1));
    }

    @Test
    void aFileThatIsWrongSaysWhere() {
        assertRefused(OWN.replace("QUEUE", "QUEUES"), "QUEUES");
        assertRefused(OWN.replace("role: SI", "role: SI\nrolle: SI"), "rolle");
        assertRefused(OWN.replace("  - expect: QUEUE", "    check: ONCE"), "one of partner, expect, fault and check");
        assertRefused(OWN + "\t", "cannot start any token");
    }

    private static void assertRefused(String yaml, String why) {
        var bytes = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        var refused = assertThrows(IllegalArgumentException.class, () -> ScenarioCatalog.read(bytes, "own.yaml"));
        assertTrue(
                refused.getMessage().startsWith("own.yaml: ")
                        && refused.getMessage().contains(why),
                refused.getMessage());
    }
}
