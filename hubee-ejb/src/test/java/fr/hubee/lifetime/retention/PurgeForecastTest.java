package fr.hubee.lifetime.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.Milestones;
import fr.hubee.lifetime.retention.FilesKeptService.FilesKept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counts what a run would purge, and names its rules. */
class PurgeForecastTest {
    static final LocalDate DAY = LocalDate.parse("2026-11-27");
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final RetentionRules RULES = new RetentionRules("DONE", 4, 60, 365, Period.ofDays(10));

    static PurgeForecast forecast(long files, long cases, long folders) {
        return new PurgeForecast("D", DAY, RULES, null, files, 0, 200, 0, cases, 100, folders, 0, 50);
    }

    @Test
    void aForecastIsNothingOnlyWithoutFilesCasesAndFolders() {
        assertTrue(forecast(0, 0, 0).isNothing());
        assertFalse(forecast(1, 0, 0).isNothing());
        assertFalse(forecast(0, 1, 0).isNothing());
        assertFalse(forecast(0, 0, 1).isNothing());
        assertEquals(
                new PurgeForecast("D", DAY, RULES, "why", 0, 0, 0, 0, 0, 0, 0, 0, 0),
                PurgeForecast.nothing("D", DAY, RULES, "why"));
    }

    @Test
    void theLargestShareBeyondAnotherForecastIsInPercentOfWhatIsKept() {
        var other = forecast(10, 20, 5);

        assertEquals(15, forecast(40, 21, 6).shareBeyond(other));
        assertEquals(30, forecast(40, 50, 6).shareBeyond(other));
        assertEquals(40, forecast(40, 50, 25).shareBeyond(other));
        assertEquals(0, forecast(10, 20, 5).shareBeyond(other));
        assertEquals(0, forecast(9, 19, 4).shareBeyond(other));
    }

    @Test
    void whereNothingIsKeptNothingMoreIsPurged() {
        var nothing = PurgeForecast.nothing("D", DAY, RULES, null);

        assertEquals(0, nothing.shareBeyond(nothing));
    }

    @Test
    void theAcceptedRulesAreThoseOfTheLastAcceptance() {
        var accepted = new AcceptedRetention("D", RULES, "ada@example.org", NOON);
        assertEquals(RULES, accepted.rules());

        var others = new RetentionRules("CLOSED", 1, 2, 3);
        accepted.accept(others, "bea@example.org", NOON.plusSeconds(1));

        assertEquals(others, accepted.rules());
    }

    @Test
    void theFilesOfTheDemarcheStayUntilTheDayOfItsPlanAndOthersHaveNone() {
        var plan = PurgePlan.of("D", RULES, DAY);
        var kept = new FilesKept(Map.of("D", plan));

        var until = plan.filesUntil(NOON, Milestones.NONE, true);
        assertTrue(until.isPresent());
        assertEquals(until, kept.inPortalUntil("D", NOON, Milestones.NONE));
        assertEquals(Optional.empty(), kept.inPortalUntil("other", NOON, Milestones.NONE));
    }

    @Test
    void rulesAreConsistentWithDaysAndAStatusThatACaseReaches() {
        assertTrue(PurgePlan.isConsistent(RULES));
        assertTrue(PurgePlan.isConsistent(new RetentionRules("DONE", 0, 0, 0)));
        assertFalse(PurgePlan.isConsistent(new RetentionRules("DONE", -1, 0, 0)));
        assertFalse(PurgePlan.isConsistent(new RetentionRules("DONE", 0, -1, 0)));
        assertFalse(PurgePlan.isConsistent(new RetentionRules("DONE", 0, 0, -1)));
        assertFalse(PurgePlan.isConsistent(new RetentionRules("ARCHIVED", 0, 0, 0)));
    }

    @Test
    void theDatabaseReadsTheDatesOfEachPlan() {
        var with = PurgePlan.of("D", RULES, DAY);
        var without = PurgePlan.of("E", new RetentionRules("SENT", 4, 60, 30), DAY);

        var json = PurgePlan.json(List.of(with, without));

        assertTrue(json.startsWith("[{\"code\":\"D\",\"milestone\":\"DONE\""), json);
        assertTrue(json.contains("\"portal_before\":\"" + with.portalBefore().orElseThrow() + "\"}"), json);
        assertTrue(
                json.endsWith("\"unfinished_before\":\"" + without.unfinishedBefore() + "\"}]"),
                "without a rule for the portal: " + json);
    }

    @Test
    void theLatestLimitOfAllPlansIsThatOfTheShortestTime() {
        var longer = PurgePlan.of("D", RULES, DAY);
        var shorter = PurgePlan.of("E", new RetentionRules("DONE", 4, 60, 30), DAY);

        assertEquals(shorter.deletedBefore(), PurgeRepository.lastDeleted(List.of(longer, shorter)));
        assertEquals(Instant.EPOCH, PurgeRepository.lastDeleted(List.of()));
    }
}
