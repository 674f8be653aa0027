package fr.hubee.kernel.database;

import java.sql.SQLException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultAutoFlushEventListener;
import org.hibernate.event.internal.DefaultFlushEventListener;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.exception.spi.SQLExceptionConverter;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Makes each flush of Hibernate send its inserts and updates in one round trip, the last one of a transaction with its COMMIT. Outages stay outages. */
public final class PipelinedFlush extends DefaultFlushEventListener implements Integrator {
    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        var listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        wasJpaBootstrap(true);
        listeners.setListeners(EventType.FLUSH, this);
        var autoFlush = new OfQuery();
        autoFlush.wasJpaBootstrap(true);
        listeners.setListeners(EventType.AUTO_FLUSH, autoFlush);
        var failures = factory.getJdbcServices().getSqlExceptionHelper();
        failures.setSqlExceptionConverter(exceptOutages(failures.getSqlExceptionConverter()));
    }

    /**
     * Keeps an outage from being taken for a missing row: the pool marks the transaction for rollback when its connection is lost, and
     * {@code find} then returns null for any exception of Hibernate's.
     */
    private static SQLExceptionConverter exceptOutages(SQLExceptionConverter converter) {
        return (failure, message, sql) -> {
            if (Outage.of(failure).isPresent()) {
                throw new DatabaseAway(message, failure);
            }
            return converter.convert(failure, message, sql);
        };
    }

    /** A statement that met an {@link Outage}. */
    private static final class DatabaseAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseAway(String message, SQLException cause) {
            super(message, cause);
        }
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // the listeners go with their factory
    }

    /** Flushes at the end of a transaction, whose last writes these are, or where the code asks for it. */
    @Override
    protected void performExecutions(EventSource session) {
        pipelined(session, () -> super.performExecutions(session), true);
    }

    /** @param last whether these are the last writes, where the transaction is about to end */
    private static void pipelined(EventSource session, Runnable executions, boolean last) {
        if (!session.getActionQueue().hasAnyQueuedActions()) {
            executions.run();
            return;
        }
        var coordinator = session.getJdbcCoordinator();
        coordinator.flushBeginning(); // keeps the connection until all is sent
        try {
            var pipeline = WritePipeline.of(coordinator.getLogicalConnection().getPhysicalConnection());
            pipeline.begin();
            try {
                executions.run();
                send(session, pipeline, last);
            } finally {
                pipeline.end();
            }
        } finally {
            coordinator.flushEnding();
        }
    }

    private static void send(EventSource session, WritePipeline pipeline, boolean last) {
        if (pipeline.isEmpty()) {
            return;
        }
        session.getEventListenerManager().jdbcExecuteBatchStart();
        try {
            if (last && !session.getActionQueue().hasBeforeTransactionActions()) {
                pipeline.sendLast();
            } else {
                pipeline.send();
            }
        } catch (SQLException failure) {
            throw session.getJdbcServices()
                    .getSqlExceptionHelper()
                    .convert(failure, "could not send the writes of a flush");
        } finally {
            session.getEventListenerManager().jdbcExecuteBatchEnd();
        }
    }

    /** Flushes before a query, which then sees the changes. */
    private static final class OfQuery extends DefaultAutoFlushEventListener {
        @Override
        protected void performExecutions(EventSource session) {
            pipelined(session, () -> super.performExecutions(session), false);
        }
    }
}
