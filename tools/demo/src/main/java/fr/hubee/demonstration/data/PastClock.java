package fr.hubee.demonstration.data;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Replaces the product's clock while the demonstration is made: the thread that makes it lives in the past, and so does the database
 * when it writes the journal, for any thread. Otherwise all other threads have the time of the system.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class PastClock {
    private static final Clock SYSTEM = Clock.tickMillis(ZoneOffset.UTC);

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    private final ThreadLocal<Duration> ago = ThreadLocal.withInitial(() -> Duration.ZERO);

    @Produces
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return SYSTEM.instant().minus(ago.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException(); // the hub never requests another zone
            }
        };
    }

    /** @throws IllegalStateException when an earlier start was interrupted before {@link #leave} */
    void requirePresent() throws SQLException {
        try (var connection = owner.getConnection();
                var query = connection.createStatement();
                var found = query.executeQuery("select from pg_namespace where nspname = 'demonstration'")) {
            if (found.next()) {
                throw new IllegalStateException(
                        "A start was interrupted while it made the demonstration. Begin again: ./dev demo --fresh");
            }
        }
    }

    /** Goes to that time. The journal then finds another function before the one that tells it the time. */
    void enter(Instant past) throws SQLException {
        change(
                "create schema demonstration",
                "create sequence demonstration.ago minvalue 0",
                """
                create function demonstration.clock_timestamp() returns timestamptz language sql as
                'select pg_catalog.clock_timestamp() - last_value * interval ''1 microsecond'' from demonstration.ago'""",
                "alter procedure append_to_journal set search_path = demonstration, pg_catalog, pg_temp");
        moveTo(past);
    }

    /** Goes on to that time, unless it has passed: time never goes back. */
    void moveOnTo(Instant later) throws SQLException {
        if (clock().instant().isBefore(later)) {
            moveTo(later);
        }
    }

    private void moveTo(Instant past) throws SQLException {
        var passed = Duration.between(past, SYSTEM.instant());
        ago.set(passed);
        try (var connection = owner.getConnection();
                var move = connection.prepareStatement("select setval('demonstration.ago', ?)")) {
            move.setLong(1, TimeUnit.MILLISECONDS.toMicros(passed.toMillis()));
            move.execute();
        }
    }

    /** Returns to the time of the system: nothing is left that could move a clock. */
    void leave() throws SQLException {
        ago.remove();
        change(
                "alter procedure append_to_journal set search_path = pg_catalog, pg_temp",
                "drop schema demonstration cascade");
    }

    private void change(String... statements) throws SQLException {
        try (Connection connection = owner.getConnection();
                var change = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var each : statements) {
                change.execute(each);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
