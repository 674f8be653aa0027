package fr.hubee.operation.schema;

import fr.hubee.kernel.shared.OutageLog;
import fr.hubee.kernel.shared.Rounds;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Records in the database that this server runs, and its release, until it stops; and checks the clock meanwhile. */
@ApplicationScoped
class NodePresence {
    private static final System.Logger LOG = System.getLogger(NodePresence.class.getName());

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    DatabaseSettings settings;

    @Inject
    ServerClock clock;

    @Inject
    OutageLog outages;

    private final Rounds rounds = new Rounds(1, this::failed);

    private Future<?> saying;

    String node() {
        return settings.node();
    }

    private RunningNode mine() {
        return new RunningNode(node(), Release.THIS.number());
    }

    void begin() throws SQLException {
        say();
        long every = RunningNode.EVERY.toSeconds();
        saying = scheduler.scheduleWithFixedDelay(
                () -> rounds.ask(Runnable::run, this::sayAgain), every, every, TimeUnit.SECONDS);
    }

    private void say() throws SQLException {
        try (var connection = application.getConnection()) {
            mine().say(connection);
            clock.warning(connection).ifPresent(text -> LOG.log(Level.WARNING, text));
        }
    }

    private void sayAgain() {
        try {
            say();
        } catch (SQLException away) {
            failed(away);
        }
    }

    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            LOG.log(Level.WARNING, "This server could not say that it runs: {0}", failure.toString());
        }
    }

    void end() {
        if (saying == null) {
            return; // it has not started
        }
        saying.cancel(false);
        try (var connection = application.getConnection()) {
            mine().leave(connection);
        } catch (SQLException away) {
            LOG.log(Level.DEBUG, "It is gone from the list a minute later", away);
        }
    }
}
