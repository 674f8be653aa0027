package fr.hubee.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counters of the database: number of queries, and amount of writes. The difference of two readings is of interest. */
record Traffic(Map<String, Long> counts) {
    static final String STATEMENTS = "statements";
    static final String TRANSACTIONS = "transactions";

    /** Transactions of several statements: the database counts these at once, and all others some seconds later. */
    static final String BEGUN = "transactions begun";

    static final String LOG = "bytes of the write-ahead log";
    static final String JOURNAL = "bytes of the journal, with its indexes";
    static final String ANSWERS = "bytes of repeatable answers, with their indexes";

    /** BEGIN and COMMIT are counted as transactions. */
    private static final Map<String, String> QUERIES = Map.of(
            STATEMENTS,
            "select sum(calls) from pg_stat_statements where toplevel and query !~* '^(begin|commit|rollback)'",
            TRANSACTIONS,
            "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()",
            BEGUN,
            "select coalesce(sum(calls), 0) from pg_stat_statements where query ~* '^begin'",
            LOG,
            "select wal_bytes from pg_stat_wal",
            JOURNAL,
            "select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'audit_entry'::regclass",
            ANSWERS,
            "select pg_total_relation_size('idempotent_answer')");

    private static final String UPDATES = "select n_tup_%s from pg_stat_user_tables where relname = '%s'";

    /** @param connection of a superuser */
    static Traffic read(Connection connection) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (var query : QUERIES.entrySet()) {
            counts.put(query.getKey(), number(connection, query.getValue()));
        }
        for (var table : new String[] {"cases", "folder", "attachment"}) {
            counts.put(table, number(connection, UPDATES.formatted("upd", table)));
            counts.put("hot " + table, number(connection, UPDATES.formatted("hot_upd", table)));
        }
        return new Traffic(counts);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    Traffic since(Traffic before) {
        var differences = new LinkedHashMap<String, Long>();
        counts.forEach((name, count) -> differences.put(name, count - before.counts.get(name)));
        return new Traffic(differences);
    }

    double per(String name, int times) {
        return (double) counts.get(name) / times;
    }

    /** Updates that changed no index, out of 1; a table without updates has 0. */
    double hotShare(String table) {
        return counts.get(table) == 0 ? 0 : (double) counts.get("hot " + table) / counts.get(table);
    }
}
