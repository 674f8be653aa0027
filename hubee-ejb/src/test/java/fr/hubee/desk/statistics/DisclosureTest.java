package fr.hubee.desk.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.statistics.Disclosure.Balance;
import fr.hubee.desk.statistics.MonthCounts.Contribution;
import fr.hubee.desk.statistics.MonthCounts.Kind;
import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hidden number cannot be narrowed down, whatever the months were; a solver examines the published numbers. */
class DisclosureTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final int DEMARCHES = 100;
    private static final int MONTHS = 7;

    private final Disclosure disclosure = new Disclosure(new Balance(0), new Balance(0));

    static MonthCounts month(int number, long received, long person, long software, long finished, long refused) {
        return new MonthCounts(
                FIRST.plusMonths(number),
                "CERTDC",
                true,
                received,
                person,
                software,
                finished,
                refused,
                Duration.ofHours(1),
                Map.of(
                        Kind.RECEIVED, evenly(received),
                        Kind.PERSON, evenly(person),
                        Kind.SOFTWARE, evenly(software),
                        Kind.ENDED, evenly(finished + refused)));
    }

    static Contribution evenly(long total) {
        return new Contribution(5, total / 3, total);
    }

    static List<Long> cells(OpenMonth month) {
        return Stream.of(month.received(), month.byPerson(), month.bySoftware(), month.finished(), month.refused())
                .toList();
    }

    /** Returns realistic months: some open cases end, some of those not picked up are. */
    private static List<MonthCounts> history(Random random) {
        int scale = List.of(3, 8, 30).get(random.nextInt(3));
        int promptness = random.nextInt(4);
        long open = 0;
        long untouched = 0;
        var months = new ArrayList<MonthCounts>();
        for (int number = 0; number < MONTHS; number++) {
            long received = random.nextInt(2 * scale);
            open += received;
            untouched += received;
            long ended = part(random, open, promptness);
            long refused = random.nextInt(3) == 0 ? part(random, ended, 0) : Math.min(ended, random.nextInt(3));
            long pickedUp = part(random, untouched, promptness);
            long person = random.nextInt(3) == 0
                    ? pickedUp - Math.min(pickedUp, random.nextInt(4))
                    : part(random, pickedUp, 0);
            open -= ended;
            untouched -= pickedUp;
            if (received + ended + pickedUp > 0) {
                months.add(month(number, received, person, pickedUp - person, ended - refused, refused));
            }
        }
        return months;
    }

    /** Returns a part; the larger the promptness, the more often it is all. */
    private static long part(Random random, long whole, int promptness) {
        return LongStream.range(0, promptness + 1L)
                .map(each -> random.nextLong(whole + 1))
                .max()
                .orElse(0);
    }

    @Test
    void nothingThatIsPublishedNarrowsWhatIsHidden() {
        long large = 0;
        long told = 0;
        for (int seed = 0; seed < DEMARCHES; seed++) {
            var counted = history(new Random(seed));
            var each = new Disclosure(new Balance(0), new Balance(0));
            var published = counted.stream().map(each::publish).toList();

            for (int known = 1; known < published.size(); known += 3) { // also before the later months are there
                var narrowed = new ReaderOfOpenData(published.subList(0, known)).narrowed();
                assertEquals(List.of(), narrowed, "démarche " + seed + ": " + published);
            }
            assertEquals(List.of(), new ReaderOfOpenData(published).narrowed(), "démarche " + seed + ": " + published);
            for (int row = 0; row < counted.size(); row++) {
                if (counted.get(row).finished() > Disclosure.HIDDEN) {
                    large++;
                    told += published.get(row).finished() == null ? 0 : 1;
                }
            }
        }
        assertTrue(told * 2 > large, "most of what may be told is told: " + told + " of " + large);
    }

    /** The solver finds what used to be published: CERTDC,15,12,,… */
    @Test
    void aNumberThatWasHiddenAloneWasNarrowed() {
        var before = new OpenMonth(FIRST, "CERTDC", 15L, true, 12L, null, 9L, null, Duration.ZERO);
        var reader = new ReaderOfOpenData(List.of(before));
        assertFalse(reader.narrowed().isEmpty());

        var now = disclosure.publish(month(0, 15, 12, 2, 9, 3));
        assertEquals(Arrays.asList(15L, null, null, 9L, null), cells(now));
    }

    @Test
    void nothingIsPublishedOfAMonthWithFewerThanFive() {
        var told = disclosure.publish(month(0, 4, 6, 7, 30, 8));

        assertEquals(Collections.nCopies(5, null), cells(told));
        assertNull(told.halfFinishedIn());
    }

    /** A real case: RSABEI-RSABAI,6,0,6 came from one département. */
    @Test
    void whatIsOfOneOrganisationOrTwoIsNotPublished() {
        var one = new MonthCounts(
                FIRST,
                "RSABEI-RSABAI",
                true,
                600,
                0,
                600,
                50,
                0,
                Duration.ZERO,
                Map.of(Kind.RECEIVED, new Contribution(1, 600, 600)));
        assertEquals(Collections.nCopies(5, null), cells(disclosure.publish(one)));

        assertTrue(new Contribution(2, 50, 100).tells(100));
        assertTrue(new Contribution(3, 86, 100).tells(100));
        assertFalse(new Contribution(3, 85, 100).tells(100));
        assertTrue(new Contribution(3, 40, 50).tells(100), "what nobody knows may be of the largest one");
        assertTrue(Contribution.NONE.tells(100));
    }

    @Test
    void aColumnOfOneOrganisationIsNotPublishedInARowOfMany() {
        var counted = new MonthCounts(
                FIRST,
                "CERTDC",
                true,
                600,
                300,
                200,
                100,
                20,
                Duration.ZERO,
                Map.of(
                        Kind.RECEIVED, evenly(600),
                        Kind.PERSON, evenly(300),
                        Kind.SOFTWARE, new Contribution(1, 200, 200),
                        Kind.ENDED, evenly(120)));

        assertEquals(Arrays.asList(600L, null, null, 100L, 20L), cells(disclosure.publish(counted)));
    }
}
