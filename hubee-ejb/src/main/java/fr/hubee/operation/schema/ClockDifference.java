package fr.hubee.operation.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/** @param ahead how far the clock of this server is ahead of the database's; negative when it is behind */
public record ClockDifference(Duration ahead) {

    /** Exact to half the time that the answer takes. */
    public static ClockDifference measure(Connection connection, Clock clock) throws SQLException {
        try (var statement = connection.prepareStatement("select clock_timestamp()")) {
            var before = clock.instant();
            try (var rows = statement.executeQuery()) {
                rows.next();
                var there = rows.getObject(1, OffsetDateTime.class).toInstant();
                var middle =
                        before.plus(Duration.between(before, clock.instant()).dividedBy(2));
                return new ClockDifference(Duration.between(there, middle));
            }
        }
    }

    public boolean exceeds(Duration tolerance) {
        return ahead.abs().compareTo(tolerance) > 0;
    }

    /** A sentence for the operator. */
    @Override
    public String toString() {
        return "The clock of this server is %d.%03d seconds %s that of the database"
                .formatted(
                        ahead.abs().toSeconds(),
                        ahead.abs().toMillisPart(),
                        ahead.isNegative() ? "behind" : "ahead of");
    }
}
