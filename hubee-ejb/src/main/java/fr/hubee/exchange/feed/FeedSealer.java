package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.LiveFeed.Head;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Gives committed events their positions, several times a second, more often while somebody waits, and puts the new ones into the memory of this node. All nodes do so: the
 * database lets one of them work, and the others read what it did.
 */
@Startup
@Singleton
@DependsOn("DatabaseMigration") // without its tables nothing can be read
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN) // each statement is a transaction
public class FeedSealer {
    private static final System.Logger LOG = System.getLogger(FeedSealer.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Rounds of which one is enough while nobody waits: a reader that comes waits for the next one. */
    private static final int WITHOUT_READERS = 4;

    private static final int AT_ONCE = 5_000;

    private static final String NEW = "select " + FeedLine.COLUMNS
            + " from feed_event where position > ? and position <= ? order by position limit " + AT_ONCE;

    private final OncePerMinute failures = new OncePerMinute();
    private final PeriodicTask rounds = new PeriodicTask(PAUSE, this::round, this::failed);

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    LiveFeed live;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    /** Kept from round to round: only the thread of the rounds uses it. */
    private Connection own;

    private int passed;

    @PostConstruct
    void start() {
        rounds.start(threads);
    }

    @PreDestroy
    void stop() {
        rounds.close();
        giveBack();
    }

    private void round() {
        if (!live.isAwaited() && ++passed < WITHOUT_READERS) {
            return;
        }
        passed = 0;
        try {
            if (own == null) {
                own = database.getConnection();
            }
            round(own, live);
        } catch (SQLException gone) {
            giveBack();
            failed(gone);
        }
    }

    private void giveBack() {
        var former = own;
        own = null;
        try {
            if (former != null) {
                former.close();
            }
        } catch (SQLException gone) {
            LOG.log(Level.DEBUG, "A connection that is lost could not be closed: {0}", gone.toString());
        }
    }

    /** @param connection which commits each statement */
    static void round(Connection connection, LiveFeed live) throws SQLException {
        long asked = System.nanoTime();
        var now = head(connection, "seal_feed()");
        var before = live.known().filter(now::follows);
        long read = before.map(Head::position).orElse(now.position());
        var fresh = new ArrayList<FeedLine>();
        while (read < now.position()) {
            var some = between(connection, read, now.position());
            fresh.addAll(some);
            read = some.size() < AT_ONCE
                    ? now.position()
                    : some.get(some.size() - 1).position();
        }
        live.grow(asked, now, fresh);
    }

    static Head head(Connection connection, String position) throws SQLException {
        try (var statement = connection.prepareStatement("select " + position + ", dropped, epoch from feed_head");
                var row = statement.executeQuery()) {
            row.next();
            return new Head(row.getLong(1), row.getLong(2), row.getObject(3, UUID.class));
        }
    }

    private static List<FeedLine> between(Connection connection, long after, long last) throws SQLException {
        try (var statement = connection.prepareStatement(NEW)) {
            statement.setLong(1, after);
            statement.setLong(2, last);
            try (var rows = statement.executeQuery()) {
                var lines = new ArrayList<FeedLine>();
                while (rows.next()) {
                    lines.add(FeedLine.of(rows));
                }
                return lines;
            }
        }
    }

    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            failures.next(clock.instant())
                    .ifPresent(unsaid -> LOG.log(
                            Level.WARNING, "New events could not be read: {0} ({1} more)", failure.toString(), unsaid));
        }
    }
}
