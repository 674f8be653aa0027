package fr.hubee.operation.schema;

import fr.hubee.kernel.shared.OncePerMinute;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * Checks the clock of each server: with different clocks, tokens, sessions and jobs of one would be expired for another. A server whose
 * clock differs from that of the database does not start; a running one logs it, and continues: the database's clock may be the wrong one.
 */
@Dependent
class ServerClock {
    private final OncePerMinute said = new OncePerMinute();

    private final Clock clock;
    private final DatabaseSettings settings;

    @Inject
    ServerClock(Clock clock, DatabaseSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws IllegalStateException if it is wrong */
    void require(Connection connection) throws SQLException {
        var difference = ClockDifference.measure(connection, clock);
        if (difference.exceeds(settings.clockTolerance())) {
            throw new IllegalStateException(difference
                    + ": this server does not start with a difference of more than %d seconds. Synchronise the clocks of all machines (chronyc tracking), then start it again"
                            .formatted(settings.clockTolerance().toSeconds()));
        }
    }

    /** Returns the warning to log: once a minute, as long as the clock is wrong. */
    Optional<String> warning(Connection connection) throws SQLException {
        var difference = ClockDifference.measure(connection, clock);
        if (!difference.exceeds(settings.clockTolerance())) {
            said.over();
            return Optional.empty();
        }
        return said.next(clock.instant()).isEmpty()
                ? Optional.empty()
                : Optional.of("HUBEE-CLOCK-OFF " + difference
                        + ": what one server makes may be expired for another. Synchronise the clocks of all machines");
    }
}
