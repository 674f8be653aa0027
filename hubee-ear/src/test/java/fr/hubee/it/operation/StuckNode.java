package fr.hubee.it.operation;

import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes all connections for ordinary work of a node wait for one row: the node answers its health check, and nothing that needs the
 * database.
 */
final class StuckNode implements Closeable {
    /** Size of the connection pool of that node. */
    static final int CONNECTIONS = 8;

    /** Connections for ordinary work: the others are reserved for tokens, and for listening to other nodes. */
    private static final int ORDINARY = 5;

    /** Failed calls in a row: more than the error limit of the proxy. */
    private static final int CALLS = 12;

    private final Deposit deposit;
    private final Connection holder;
    private final OwnServer own;
    private final ExecutorService callers = Executors.newCachedThreadPool();

    StuckNode(OwnServer own, Deposit deposit) throws SQLException {
        this.own = own;
        this.deposit = deposit;
        holder = own.database();
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("select 1 from cases where id = '%s' for update".formatted(deposit.caseId()));
        }
    }

    /** Sends the calls; to be called while all requests go to that node. */
    void isAskedBy(Partner receiver) throws Exception {
        for (int call = 0; call < 2 * CONNECTIONS; call++) {
            callers.execute(() -> receiver.patch(deposit.casePath(), "{\"status\": \"SI_RECEIVED\"}"));
        }
        own.sql().awaitAtLeast(ORDINARY, "select count(*) from pg_locks where not granted");
        var answers = new ArrayList<Future<Answer>>();
        for (int call = 0; call < CALLS; call++) {
            answers.add(callers.submit(() -> receiver.get(deposit.casePath())));
        }
        for (var each : answers) {
            each.get().expect(503);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            holder.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
        callers.shutdown();
        Wait.until(callers::isTerminated);
    }
}
