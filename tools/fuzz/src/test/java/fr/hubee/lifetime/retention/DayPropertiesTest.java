package fr.hubee.lifetime.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.watch.WorkingDays;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Days are those of Paris, through both changes of hour of each year. */
class DayPropertiesTest {
    private static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "77372");

    /** Returns moments of some years, mostly around midnight of Paris and the changes of hour. */
    @Provide
    Arbitrary<Instant> moments() {
        var any = Arbitraries.longs().between(1_700_000_000, 2_000_000_000);
        var changes = Arbitraries.of(
                        "2026-03-29T01:00:00Z",
                        "2026-10-25T01:00:00Z",
                        "2027-03-28T01:00:00Z",
                        "2027-10-31T01:00:00Z",
                        "2028-02-29T23:00:00Z")
                .flatMap(moment -> Arbitraries.longs()
                        .between(-180_000, 180_000)
                        .map(seconds -> Instant.parse(moment).getEpochSecond() + seconds));
        return Arbitraries.oneOf(any, changes).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return moments().map(PurgePlan::dayOf);
    }

    private static PurgePlan plan(int days, LocalDate today) {
        return PurgePlan.of("CERTDC", new RetentionRules("DONE", days, days, days), today);
    }

    @Property
    void filesAreThereForWholeDaysOfParis(@ForAll("moments") Instant done, @ForAll @IntRange(max = 800) int days) {
        var last = PurgePlan.dayOf(done).plusDays(days);
        assertTrue(!done.isBefore(plan(days, last).filesBefore()), "they are there all that day");
        assertTrue(done.isBefore(plan(days, last.plusDays(1)).filesBefore()), "they are purged in the night after it");
    }

    @Property
    void aCaseIsArchivedAWeekAfterThatIsAnnounced(
            @ForAll("moments") Instant closed,
            @ForAll("days") LocalDate today,
            @ForAll @IntRange(min = 1, max = 800) int days) {
        boolean archived = closed.isBefore(plan(days, today).archivedBefore());
        assertEquals(archived, closed.isBefore(plan(days, today.minusDays(7)).announcedBefore()));
        assertEquals(archived, !PurgePlan.dayOf(closed).plusDays(days).isAfter(today));
    }

    @Property(tries = 100)
    void whatArrivedLastWaitsForThatManyWorkingDays(
            @ForAll("days") LocalDate today, @ForAll @IntRange(min = 1, max = 40) int days) {
        var latest = WorkingDays.latestArrival(days, today, "");
        assertEquals(days, WorkingDays.between(latest, today, TOWN));
        assertTrue(WorkingDays.between(latest.plusDays(1), today, TOWN) <= days);
    }
}
