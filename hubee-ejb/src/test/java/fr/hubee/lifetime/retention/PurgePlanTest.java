package fr.hubee.lifetime.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Milestones;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Day by day, in Paris. */
class PurgePlanTest {
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 27);

    static PurgePlan plan(int files, int archiving, int deletion, LocalDate day) {
        return PurgePlan.of("D", new RetentionRules("DONE", files, archiving, deletion), day);
    }

    /** Returns the first day on which a milestone at that instant is due. */
    static LocalDate firstDay(Instant reached, Function<LocalDate, Instant> before) {
        var day = PurgePlan.dayOf(reached).minusDays(3);
        while (!reached.isBefore(before.apply(day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    static Instant paris(String day, String hour) {
        return LocalDate.parse(day)
                .atTime(LocalTime.parse(hour))
                .atZone(Paris.ZONE)
                .toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // reached on,  at,       days, files go on
        "2026-04-15, 10:00:00,    4, 2026-04-20", // the example of the specification
        "2026-04-15, 00:00:00,    4, 2026-04-20",
        "2026-04-15, 23:59:59,    4, 2026-04-20",
        "2026-04-15, 12:00:00,    0, 2026-04-16",
        "2026-04-15, 12:00:00,    2, 2026-04-18",
        "2026-03-28, 12:00:00,    1, 2026-03-30", // the clocks go forward between them
        "2026-10-24, 23:30:00,    1, 2026-10-26", // and back
        "2028-02-28, 12:00:00,    1, 2028-03-01", // a leap year
        "2026-12-31, 23:30:00,   30, 2027-01-31",
    })
    void filesGoAfterTheDaysOfTheDemarcheAndOneMore(String reached, String at, int days, LocalDate expected) {
        assertEquals(
                expected,
                firstDay(paris(reached, at), day -> plan(days, 0, 0, day).filesBefore()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-15, 00:00:00,  0, 2026-04-15",
        "2026-04-15, 23:59:59,  1, 2026-04-16",
        "2026-04-15, 10:00:00, 60, 2026-06-14",
        "2026-10-24, 23:30:00,  1, 2026-10-25",
    })
    void aClosedCaseIsArchivedAndAnArchivedFolderDeletedThatManyDaysLater(
            String since, String at, int days, LocalDate expected) {
        assertEquals(
                expected,
                firstDay(paris(since, at), day -> plan(0, days, 0, day).archivedBefore()));
        assertEquals(
                expected,
                firstDay(paris(since, at), day -> plan(0, 0, days, day).deletedBefore()));
    }

    @Test
    void everyDayOfAYearKeepsFilesForWholeDays() {
        var reached = paris("2026-01-01", "23:59:59");
        for (int days = 0; days < 365; days++) {
            var first = firstDay(reached, daysOf(days));
            assertEquals(LocalDate.parse("2026-01-02").plusDays(days), first);
            assertFalse(first.atStartOfDay(Paris.ZONE).toInstant().isBefore(reached.plusSeconds(86_000L * days)));
        }
    }

    private static Function<LocalDate, Instant> daysOf(int days) {
        return day -> plan(days, 0, 0, day).filesBefore();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-03-16",
        "2025-12-31, 2026-03-01", // February is too short
        "2026-08-25, 2026-10-26",
    })
    void whatArrivedInThePortalIsKeptForTwoWholeMonths(String arrived, LocalDate expected) {
        var rules = new RetentionRules("IN_PROGRESS", 2, 60, 365, Period.ofMonths(2));

        assertEquals(
                expected,
                firstDay(
                        paris(arrived, "18:00:00"),
                        day -> PurgePlan.of("CERTDC", rules, day).portalBefore().orElseThrow()));
    }

    @Test
    void withoutARuleOfItsOwnThePortalMakesNoDifference() {
        assertTrue(plan(1, 1, 1, LocalDate.EPOCH).portalBefore().isEmpty());
    }

    @Test
    void whatIsKeptForThousandsOfYearsIsKeptForEver() {
        var forEver = plan(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, LocalDate.parse("2026-04-15"));

        assertTrue(forEver.filesBefore().isBefore(Instant.EPOCH.plusSeconds(1)));
        assertTrue(forEver.archivedBefore().isBefore(Instant.EPOCH.plusSeconds(1)));
        assertTrue(forEver.deletedBefore().isBefore(Instant.EPOCH.plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CLOS", "closed", "HUBEE_RECEIVED", "SI_INTG_ERROR", "ARCHIVED"})
    void aStatusThatCannotStartThePurgeIsRefused(String status) {
        var rules = new RetentionRules(status, 1, 1, 1);

        assertThrows(InvalidRequest.class, () -> PurgePlan.of("D", rules, LocalDate.EPOCH));
    }

    @Test
    void aNegativeNumberOfDaysIsRefused() {
        assertThrows(InvalidRequest.class, () -> plan(-1, 1, 1, LocalDate.EPOCH));
        assertThrows(InvalidRequest.class, () -> plan(1, -1, 1, LocalDate.EPOCH));
        assertThrows(InvalidRequest.class, () -> plan(1, 1, -1, LocalDate.EPOCH));
    }

    @Test
    void theRuleIsDescribedInOneLine() {
        var rules = new RetentionRules("IN_PROGRESS", 2, 60, 365, Period.ofMonths(2));

        assertEquals(
                "IN_PROGRESS + 48 h, P2M au plus (portail : CLOSED, ou P2M) ; archivage CLOSED + 60 j ; "
                        + "suppression ARCHIVED + 365 j ; jamais complet + P30D",
                PurgePlan.of("CERTDC", rules, LocalDate.EPOCH).text());
        assertEquals(CaseStatus.DONE, plan(1, 1, 1, LocalDate.EPOCH).milestone());
    }

    @Test
    void aFolderThatNobodyCompletesGoesAfterThirtyWholeDays() {
        assertEquals(
                LocalDate.parse("2026-05-16"),
                firstDay(
                        paris("2026-04-15", "23:50:00"),
                        day -> plan(4, 0, 0, day).unfinishedBefore()));
    }

    /** The last day that people see is the day before the first one on which files are due. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-15, 10:00:00,   4, 2026-04-19",
        "2026-03-28, 23:59:59,   1, 2026-03-29",
        "2026-12-31, 23:30:00,  30, 2027-01-30",
    })
    void filesAreThereUntilTheDayBeforeTheyAreDue(String at, String hour, int days, LocalDate expected) {
        var received = paris(at, hour);
        var plan = PurgePlan.of("D", new RetentionRules("SI_RECEIVED", days, 0, 0), ANY_DAY);

        var last = plan.filesUntil(received, Milestones.NONE.at(CaseStatus.SI_RECEIVED, received), true);

        assertEquals(Optional.of(expected), last);
        assertEquals(
                expected.plusDays(1),
                firstDay(received, day -> plan(days, 0, 0, day).filesBefore()));
        assertEquals(Optional.empty(), plan.filesUntil(received, Milestones.NONE.at(CaseStatus.SENT, received), true));
    }

    @Test
    void whileItIsHandledInThePortalItsFilesAreThereForTheMonthsOfItsDemarche() {
        var arrived = paris("2026-08-31", "12:00:00"); // six months later there is no 31st
        var plan = inPortal(ANY_DAY);

        var last = plan.filesUntil(arrived, Milestones.NONE, true).orElseThrow();

        assertEquals(
                last.plusDays(1),
                firstDay(arrived, day -> inPortal(day).portalBefore().orElseThrow()));
        var handled = Milestones.NONE.at(CaseStatus.DONE, paris("2026-09-10", "12:00:00"));
        assertEquals(Optional.of(last), plan.filesUntil(arrived, handled, true), "the support can give them again");
        assertEquals(Optional.empty(), plan.filesUntil(arrived, Milestones.NONE, false));
    }

    @Test
    void whereThePortalHasItsTimeSoftwareHasHoursAndElsewhereDays() {
        var now = paris("2026-03-30", "10:30:00"); // the night before had 23 hours
        var day = LocalDate.of(2026, 3, 30);
        var hours = PurgePlan.of("D", new RetentionRules("IN_PROGRESS", 2, 60, 30, Period.ofMonths(2)), day, now);
        var days = PurgePlan.of("D", new RetentionRules("IN_PROGRESS", 2, 60, 30), day, now);

        assertEquals(paris("2026-03-28", "09:30:00"), hours.filesBefore());
        assertTrue(hours.countsHours());
        assertEquals(paris("2026-03-28", "00:00:00"), days.filesBefore());
    }

    private static PurgePlan inPortal(LocalDate day) {
        return PurgePlan.of("D", new RetentionRules("DONE", 4, 60, 30, Period.ofMonths(6)), day);
    }
}
