package fr.hubee.operation.schema;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets a migration take its time, such as for an index of a large table, on a connection that otherwise has a short time limit. */
final class UnhurriedMigrations extends BaseCallback {
    private static final System.Logger LOG = System.getLogger(UnhurriedMigrations.class.getName());

    private int usual;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE
                || event == Event.AFTER_EACH_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var connection = context.getConnection();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                usual = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, 0);
            } else {
                connection.setNetworkTimeout(Runnable::run, usual); // others take it from the pool next
            }
        } catch (SQLException lost) {
            LOG.log(Level.DEBUG, "The migration itself tells that its connection is lost", lost);
        }
    }
}
