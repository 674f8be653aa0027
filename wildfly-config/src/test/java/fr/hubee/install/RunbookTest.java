package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that each alert leads to instructions in the manual, and that each alert was tried. */
class RunbookTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PROMETHEUS = ROOT.resolve("wildfly-config/src/main/prometheus");
    private static final String MANUAL = "docs/alerts.md";

    @Test
    void everyAlertLeadsToAnEntryOfTheManualAndEveryEntryIsOfAnAlert() throws IOException {
        var rules = Files.readString(PROMETHEUS.resolve("hubee.rules.yml"));
        var led = found("runbook: " + MANUAL + "#(\\S+)", rules);
        var entries = found("(?m)^### (Hubee\\w+)$", Files.readString(ROOT.resolve(MANUAL))).stream()
                .map(String::toLowerCase)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(found("- alert: (\\S+)", rules).size(), count("runbook: ", rules));
        assertEquals(entries, led);
    }

    @Test
    void everyAlertIsTestedToFire() throws IOException {
        var alerts = found("- alert: (\\S+)", Files.readString(PROMETHEUS.resolve("hubee.rules.yml")));
        // one that is expected not to fire says so on its own line, with the brackets of nothing
        var fired = found("- alertname: (\\S+)", Files.readString(PROMETHEUS.resolve("hubee.rules.test.yml")));

        assertTrue(alerts.size() > 10, alerts::toString);
        assertEquals(alerts, fired);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int count(String text, String all) {
        return all.split(Pattern.quote(text), -1).length - 1;
    }
}
