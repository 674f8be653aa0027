package fr.hubee.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final String TOWN = "99101";
    private static final String STRASBOURG = "67482";
    private static final String FORT_DE_FRANCE = "97209";

    private static int between(String from, String to, String commune) {
        var town = new OrganizationKey(OrganizationType.SI, "99000101800011", commune);
        return WorkingDays.between(LocalDate.parse(from), LocalDate.parse(to), town);
    }

    @Test
    void theDayOfArrivalDoesNotCountAndTodayDoes() {
        assertEquals(0, between("2026-11-24", "2026-11-24", TOWN));
        assertEquals(1, between("2026-11-24", "2026-11-25", TOWN));
        assertEquals(3, between("2026-11-24", "2026-11-27", TOWN));
    }

    @Test
    void weekendsDoNotCount() {
        assertEquals(0, between("2026-11-27", "2026-11-29", TOWN));
        assertEquals(1, between("2026-11-27", "2026-11-30", TOWN));
        assertEquals(10, between("2026-11-16", "2026-11-30", TOWN));
    }

    @Test
    void publicHolidaysDoNotCount() {
        assertEquals(0, between("2026-07-13", "2026-07-14", TOWN));
        assertEquals(3, between("2026-11-09", "2026-11-13", TOWN)); // the 11th
        assertEquals(3, between("2026-05-22", "2026-05-28", TOWN)); // Whit Monday
    }

    @Test
    void theMoselleAndAlsaceHaveTwoDaysMore() {
        assertEquals(1, between("2026-04-02", "2026-04-03", TOWN)); // Good Friday
        assertEquals(0, between("2026-04-02", "2026-04-03", STRASBOURG));
        assertEquals(0, between("2026-04-02", "2026-04-03", "57463"));
        assertEquals(0, between("2025-12-25", "2025-12-26", "68224"));
    }

    @Test
    void theTerritoriesOverseasHaveTheDayOfTheAbolitionOfSlavery() {
        assertEquals(1, between("2026-05-21", "2026-05-22", TOWN));
        assertEquals(0, between("2026-05-21", "2026-05-22", FORT_DE_FRANCE));
    }

    @Test
    void whoseCodeIsNoCommuneHasTheHolidaysOfTheWholeCountry() {
        assertEquals(0, between("2026-07-13", "2026-07-14", "00000"));
        assertEquals(1, between("2026-04-02", "2026-04-03", "00000"));
        assertEquals(1, between("2026-04-02", "2026-04-03", "XYZ"));
    }

    @Test
    void whatIsToComeHasNotWaited() {
        assertEquals(0, between("2026-11-27", "2026-11-24", TOWN));
    }

    @Test
    void theLastDayOfArrivalIsTheLastFromWhichSoManyHaveGoneBy() {
        var days = LocalDate.parse("2026-03-20").datesUntil(LocalDate.parse("2026-06-20"));
        for (var today : days.toList()) {
            for (var commune : List.of(TOWN, STRASBOURG, FORT_DE_FRANCE)) {
                var area = commune.equals(TOWN) ? "" : commune.equals(STRASBOURG) ? "67" : "972";
                var last = WorkingDays.latestArrival(3, today, area);
                assertEquals(3, between(last.toString(), today.toString(), commune), area + today);
                assertTrue(between(last.plusDays(1).toString(), today.toString(), commune) < 3, area + today);
            }
        }
    }

    @Test
    void eachAreaWithHolidaysOfItsOwnIsOne() {
        assertEquals(15, WorkingDays.areas().size());
        assertTrue(WorkingDays.areas().containsAll(List.of("", "57", "67", "68", "971", "974", "988")));
    }
}
