package fr.hubee.demonstration.data;

import static fr.hubee.exchange.status.CaseStatus.ADD_AWAITING;
import static fr.hubee.exchange.status.CaseStatus.CLOSED;
import static fr.hubee.exchange.status.CaseStatus.DONE;
import static fr.hubee.exchange.status.CaseStatus.IN_PROGRESS;
import static fr.hubee.exchange.status.CaseStatus.REFUSED;
import static fr.hubee.exchange.status.CaseStatus.SENT;
import static fr.hubee.exchange.status.CaseStatus.SI_RECEIVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleFolderListTest {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    final List<SampleFolder> folders = new SampleFolderList(NOW, new Random(1789)).all();

    @Test
    void theTownThatHasMuchHasTelledossiersInEveryStatusOfThePortal() {
        var statuses = folders.stream()
                .filter(folder -> folder.town() == SampleTown.SAINT_AUBRIN)
                .map(SampleFolder::status)
                .collect(Collectors.toSet());
        assertEquals(EnumSet.of(SENT, SI_RECEIVED, IN_PROGRESS, ADD_AWAITING, REFUSED, DONE, CLOSED), statuses);
    }

    @Test
    void historiesAreInTheOrderOfTimeAndEndBeforeNow() {
        for (var folder : folders) {
            var last = folder.transmitted();
            for (var step : folder.steps()) {
                assertFalse(step.at().isBefore(last), folder.toString());
                last = step.at();
            }
            assertTrue(last.isBefore(NOW), folder.toString());
        }
    }

    CaseStatus status(String lastName) {
        return folders.stream()
                .filter(folder -> folder.applicant().lastName().equals(lastName))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void eachActOfTheSupportHasItsTelledossier() {
        assertEquals(DONE, status("Terminetrop"));
        assertEquals(IN_PROGRESS, status("Messagier"));
        assertEquals(DONE, status("Certificat"));
    }

    @Test
    void oneThatTheApplicantCompletedIsNewAgain() {
        var completed = folders.stream()
                .filter(folder -> folder.applicant().lastName().equals("Kerdraon"))
                .findFirst()
                .orElseThrow();

        assertEquals(SENT, completed.status());
        assertTrue(completed.steps().stream().anyMatch(step -> step.action() == ActionType.ATTACH_DEPOSIT));
    }
}
