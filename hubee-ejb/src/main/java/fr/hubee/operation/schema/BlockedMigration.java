package fr.hubee.operation.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/** A migration that did not get its lock in time. */
final class BlockedMigration {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private BlockedMigration() {}

    /** The refusal of the database, if that is what it is. */
    static Optional<SQLException> from(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> LOCK_NOT_AVAILABLE.equals(cause.getSQLState()))
                .findFirst();
    }

    /**
     * Returns the sessions that hold locks on tables now, as text: they include those that blocked the migration, unless these have just
     * ended.
     */
    static String holders(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('pid %s (%s, %s) on %s', l.pid, a.usename, a.application_name,
                            string_agg(distinct c.relname, ', ' order by c.relname))
                        from pg_locks l
                        join pg_class c on c.oid = l.relation and c.relkind in ('r', 'p')
                            and c.relnamespace = to_regnamespace(current_schema())
                        join pg_stat_activity a on a.pid = l.pid
                        where l.granted and l.pid <> pg_backend_pid() and a.datname = current_database()
                        group by l.pid, a.usename, a.application_name order by min(a.xact_start) nulls last limit 5""")) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all.isEmpty() ? "nobody holds one now" : String.join("; ", all);
        }
    }
}
