package fr.hubee.kernel.database;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.jdbc.connections.internal.DatasourceConnectionProviderImpl;

/**
 * Gives Hibernate the connections of the pool, each with a place ({@code persistence.xml}). A transaction keeps its connection, and the
 * place, until its end. This costs no statement.
 */
public class SharedConnections extends DatasourceConnectionProviderImpl {
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(SharedConnections.class.getName());

    private static final String REGISTRY = "java:jboss/TransactionSynchronizationRegistry";
    private static final String MANAGER = "java:jboss/TransactionManager";

    private final transient ConnectionPlaces places = ConnectionPlaces.ofThisServer();

    /** Connections that have a place, and no transaction. */
    private final transient Set<Connection> alone =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    /** Connections of transactions. */
    private final transient Set<Connection> kept =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    private transient TransactionSynchronizationRegistry transactions;
    private transient TransactionManager manager;

    @Override
    @SuppressWarnings("BanJNDI") // a name of the server itself
    public void configure(Map<String, Object> settings) {
        super.configure(settings);
        try {
            transactions = InitialContext.doLookup(REGISTRY);
            manager = InitialContext.doLookup(MANAGER);
        } catch (NamingException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (ConnectionPlaces.goesFirst()) {
            return next();
        }
        return switch (transactions.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION -> alone();
            case Status.STATUS_ACTIVE -> ofTransaction();
            case Status.STATUS_MARKED_ROLLBACK -> held() == null ? next() : ofTransaction(); // it goes on reading
            default -> next(); // at its end it has one
        };
    }

    /** Returns the connection that the transaction has had since its first statement, until it completes. */
    private Connection ofTransaction() throws SQLException {
        var known = held();
        if (known != null) {
            return known.connection();
        }
        places.take();
        var held = new Held();
        boolean ends;
        try {
            transactions.putResource(places, held);
            ends = !registerBeforeHibernate(held);
            transactions.registerInterposedSynchronization(held);
        } catch (RuntimeException failure) { // it was just timed out
            places.leave();
            throw failure;
        } catch (RollbackException | SystemException failure) { // so was it
            places.leave();
            throw new IllegalStateException(failure);
        }
        held.connection = next();
        kept.add(held.connection);
        if (ends) {
            held.ends();
        }
        return held.connection;
    }

    /**
     * Registers what announces the end of the transaction to the connection before Hibernate flushes.
     *
     * @return false when the end has begun: nothing but interposed synchronizations is accepted any more, and this flush is the first statement
     */
    private boolean registerBeforeHibernate(Held held) throws RollbackException, SystemException {
        try {
            manager.getTransaction().registerSynchronization(held.new End());
            return true;
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private Held held() {
        return (Held) transactions.getResource(places);
    }

    private Connection alone() throws SQLException {
        places.take();
        Connection connection = null;
        try {
            connection = next();
            alone.add(connection);
            return connection;
        } finally {
            if (connection == null) {
                places.leave();
            }
        }
    }

    private Connection next() throws SQLException {
        return WritePipeline.over(super.getConnection());
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (kept.contains(connection)) {
            return;
        }
        boolean hadPlace = alone.remove(connection);
        try {
            super.closeConnection(connection);
        } finally {
            if (hadPlace) {
                places.leave();
            }
        }
    }

    /** The connection of a transaction; Hibernate would give it back after each statement, and the pool hand it out again. */
    private final class Held implements Synchronization {
        private volatile Connection connection; // the reaper of transactions may close it
        private volatile boolean committed;

        Connection connection() throws SQLException {
            if (committed) {
                throw new SQLException("the transaction was committed with the last writes of its flush");
            }
            return connection == null ? next() : connection;
        }

        /** Hibernate, which registered before, has flushed. */
        @Override
        public void beforeCompletion() {
            close();
        }

        @Override
        public void afterCompletion(int status) {
            try {
                close();
            } finally {
                places.leave();
            }
        }

        private void ends() {
            if (connection != null) {
                WritePipeline.of(connection)
                        .endsTransaction(() -> transactions.getTransactionStatus() == Status.STATUS_ACTIVE);
            }
        }

        /** Comes before the interposed synchronizations, of which Hibernate's is one. */
        private final class End implements Synchronization {
            @Override
            public void beforeCompletion() {
                ends();
            }

            @Override
            public void afterCompletion(int status) {
                // nothing is left
            }
        }

        private void close() {
            if (connection == null) {
                return;
            }
            committed = WritePipeline.of(connection).isCommitted();
            kept.remove(connection);
            try {
                SharedConnections.super.closeConnection(connection);
            } catch (SQLException failure) {
                if (!committed) {
                    throw new IllegalStateException(failure);
                }
                LOG.log(Level.WARNING, "A connection cannot be given back after its commit", failure);
            } finally {
                connection = null;
            }
        }
    }
}
