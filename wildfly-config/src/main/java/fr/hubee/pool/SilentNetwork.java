package fr.hubee.pool;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.HostSpec;

/**
 * Notices that the network swallows everything: a call on a connection that was not checked would then wait for minutes. A connection is
 * watched from the moment when it is handed out without a check, until the database has answered something that was asked later. After a
 * second the database is asked over a new connection; where no byte comes back, the watched connections are closed, and their calls fail.
 * A database that answers, even with a refusal, may take any time for a statement.
 */
final class SilentNetwork {
    private static final System.Logger LOG = System.getLogger(SilentNetwork.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Executor SOON =
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, SilentNetwork::start);

    /** Limits the making of a connection, and then the wait for a byte. */
    private static final int LONGEST_ANSWER_MILLIS = 2000;

    /** « GSSENCRequest » of PostgreSQL: it is answered with a byte, and needs no account. */
    private static final int QUESTION = 80877104;

    /** When each was handed out without a check. */
    private final Map<Connection, Long> watched = new ConcurrentHashMap<>();

    private final Map<HostSpec, InetSocketAddress> addresses = new ConcurrentHashMap<>();

    private final AtomicBoolean planned = new AtomicBoolean();

    private static void start(Runnable work) {
        var thread = new Thread(work, "watch of the network to the database");
        thread.setDaemon(true);
        thread.start();
    }

    /** Keeps the address of its database, since a silent network may have no names either. */
    void opened(Connection connection) {
        var host = host(connection);
        addresses.put(host, new InetSocketAddress(host.getHost(), host.getPort()));
    }

    private static HostSpec host(Connection connection) {
        return ((BaseConnection) connection).getQueryExecutor().getHostSpec();
    }

    /** A connection was handed out without a check. */
    void trusted(Connection connection, long now) {
        watched.put(connection, now);
        plan();
    }

    /** The database has answered what it was asked then. */
    void answered(long asked) {
        watched.values().removeIf(handedOut -> handedOut - asked <= 0);
    }

    private void plan() {
        if (planned.compareAndSet(false, true)) {
            SOON.execute(this::verify);
        }
    }

    private void verify() {
        try {
            closeSilent();
        } finally {
            planned.set(false);
            if (!watched.isEmpty()) {
                plan();
            }
        }
    }

    private void closeSilent() {
        long now = System.nanoTime();
        var answering = new HashMap<HostSpec, Boolean>();
        watched.forEach((connection, handedOut) -> {
            if (now - handedOut < PATIENCE.toNanos()) {
                return;
            }
            boolean answers = answering.computeIfAbsent(host(connection), this::answers);
            if (watched.remove(connection, handedOut) && !answers) { // it may have been checked meanwhile
                close(connection);
            }
        });
        answering.values().removeIf(Boolean::booleanValue);
        if (!answering.isEmpty()) {
            LOG.log(Level.WARNING, "Connections were closed, as nothing comes back from {0}", answering.keySet());
        }
    }

    private boolean answers(HostSpec host) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(LONGEST_ANSWER_MILLIS);
            socket.connect(addresses.get(host), LONGEST_ANSWER_MILLIS);
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(2 * Integer.BYTES)
                            .putInt(2 * Integer.BYTES)
                            .putInt(QUESTION)
                            .array());
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException gone) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "A connection cannot be closed", failure);
        }
    }
}
