package fr.hubee.operation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.settings.SettingSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovedSettingsTest {

    @Test
    void whoStillSetsThemIsReportedInOneLine() {
        assertEquals(
                Optional.of(
                        "These settings are no more, and are ignored: HUBEE_CLOCK_TOLERANCE, HUBEE_JOBS_EVERY. See the"
                                + " upgrade notes of docs/upgrade.md, and remove them"),
                warning(Map.of("HUBEE_JOBS_EVERY", "PT1S", "HUBEE_CLOCK_TOLERANCE", "nonsense", "HUBEE_NODE", "one")));
    }

    @Test
    void whatBelongsToADemarcheIsNamedWithItsPage() {
        assertEquals(
                Optional.of("These settings are no more, and are ignored: HUBEE_JOBS_EVERY, HUBEE_NEVER_REFUSED,"
                        + " HUBEE_PORTAL_FILES_KEPT, HUBEE_SENSITIVE_PROCESSES. See the upgrade notes of"
                        + " docs/upgrade.md, and remove them; on the page of each démarche (/demarches) is now:"
                        + " HUBEE_NEVER_REFUSED, HUBEE_PORTAL_FILES_KEPT, HUBEE_SENSITIVE_PROCESSES"),
                warning(Map.of(
                        "HUBEE_NEVER_REFUSED",
                        "-",
                        "HUBEE_PORTAL_FILES_KEPT",
                        "-",
                        "HUBEE_SENSITIVE_PROCESSES",
                        "-",
                        "HUBEE_JOBS_EVERY",
                        "PT1S")));
    }

    @Test
    void nobodyElseIs() {
        assertEquals(Optional.empty(), warning(Map.of("HUBEE_NODE", "one")));
    }

    private static Optional<String> warning(Map<String, String> settings) {
        return RemovedSettings.warning(new SettingSource(settings::get));
    }
}
