package fr.hubee.demonstration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
        assertEquals(
                Set.of("SENT", "SI_RECEIVED", "IN_PROGRESS", "ADD_AWAITING", "REFUSED", "DONE", "CLOSED"), statuses);
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

    @Test
    void aCaseThatIsNotifiedAgainLosesTheDatesOfWhatIsBeforeItAgainButWasEndedOnce() {
        var reopened = folders.stream()
                .filter(folder -> folder.applicant().lastName().equals("Roquefeuil"))
                .findFirst()
                .orElseThrow();
        var since = Milestones.of(reopened.steps());
        assertEquals("SENT", reopened.status());
        assertEquals(null, since.closed());
        assertEquals(null, since.inProgress());
        assertEquals("DONE", since.outcome());
        assertEquals(reopened.updated(), since.sent());
        assertTrue(since.byPerson().isBefore(since.ended()));
    }

    @Test
    void oneThatTheApplicantCompletedIsNewAgain() {
        var completed = folders.stream()
                .filter(folder -> folder.applicant().lastName().equals("Kerdraon"))
                .findFirst()
                .orElseThrow();

        assertEquals("SENT", completed.status());
        assertTrue(completed.steps().stream().anyMatch(step -> step.action().equals("ATTACH_DEPOSIT")));
    }
}
