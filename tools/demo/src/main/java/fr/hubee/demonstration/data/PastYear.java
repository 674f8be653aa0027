package fr.hubee.demonstration.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The statistics of the months before the first existing télédossier, as the nights of that time counted them. No service makes them: some
 * 700 more télédossiers would have to be sent, handled, counted and deleted again.
 */
final class PastYear {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int FIRST = 12;
    private static final int LAST = 5;

    /** First month with software: before it, all worked in the portal, so that agents can be compared. */
    private static final int FIRST_WITH_SOFTWARE = 8;

    /** Ratio of each bucket of durations to the previous one, as in the hub. */
    private static final double RATIO = 1.05;

    private final Connection connection;
    private final Random random;
    private final YearMonth now;
    private final Map<List<Object>, Long> ofOrganizations = new HashMap<>();
    private final Map<List<Object>, Long> ofDays = new HashMap<>();

    PastYear(Connection connection, Random random, Instant now) {
        this.connection = connection;
        this.random = random;
        this.now = YearMonth.from(now.atZone(PARIS));
    }

    void add() throws SQLException {
        try (var query = connection.createStatement();
                var found = query.executeQuery("""
                        select organization_type, company_register, branch_code, process_code, coalesce(access_mode, 'PORTAIL')
                        from subscription where status = 'ACTIVE' and organization_type = 'SI' order by 2, 4""")) {
            while (found.next()) {
                for (int ago = FIRST; ago >= LAST; ago--) {
                    month(
                            List.of(found.getString(1), found.getString(2), found.getString(3), found.getString(4)),
                            found.getString(5).equals("API") && ago <= FIRST_WITH_SOFTWARE,
                            now.minusMonths(ago));
                }
            }
        }
        write(
                "organization_figure",
                "organization_type, company_register, branch_code, process_code, month, measure, bucket, cases",
                ofOrganizations);
        write("daily_figure", "organization_type, process_code, day, measure, bucket, cases", ofDays);
    }

    /** Adds a month; there are more télédossiers in spring than in autumn. */
    private void month(List<Object> subscription, boolean software, YearMonth month) {
        int cases = 8 + random.nextInt(9) + (int) Math.round(5 * Math.sin((month.getMonthValue() - 1) * Math.PI / 6));
        for (int each = 0; each < cases; each++) {
            var day = workingDay(month);
            count(subscription, day, "RECEIVED", "RECEIVED", 0);
            count(
                    subscription,
                    day,
                    software ? "SOFTWARE" : "PERSON",
                    software ? "SOFTWARE" : "PERSON",
                    software ? bucket(600) : bucket(30_000));
            count(
                    subscription,
                    day,
                    software ? "ENDED_BY_SOFTWARE" : "ENDED_BY_PERSON",
                    random.nextInt(12) == 0 ? "REFUSED" : "FINISHED",
                    bucket(260_000));
        }
    }

    private LocalDate workingDay(YearMonth month) {
        var day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? workingDay(month)
                : day;
    }

    /** @param seconds about so many */
    private int bucket(double seconds) {
        return (int) Math.floor(Math.log(seconds * (0.3 + 1.4 * random.nextDouble())) / Math.log(RATIO));
    }

    private void count(List<Object> subscription, LocalDate day, String own, String daily, int bucket) {
        var type = subscription.get(0);
        var process = subscription.get(3);
        ofOrganizations.merge(
                List.of(type, subscription.get(1), subscription.get(2), process, day.withDayOfMonth(1), own, bucket),
                1L,
                Long::sum);
        ofDays.merge(List.of(type, process, day, daily, bucket), 1L, Long::sum);
    }

    private void write(String table, String columns, Map<List<Object>, Long> counts) throws SQLException {
        var marks = columns.replaceAll("[^,]+", "?");
        try (var insert =
                connection.prepareStatement("insert into %s (%s) values (%s)".formatted(table, columns, marks))) {
            for (var each : counts.entrySet()) {
                int column = 0;
                for (var value : each.getKey()) {
                    insert.setObject(++column, value);
                }
                insert.setLong(++column, each.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
