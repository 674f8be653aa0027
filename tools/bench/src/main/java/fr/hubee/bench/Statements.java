package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The statements that the database ran, most expensive first: to examine when their number or cost has grown. */
final class Statements {
    private static final String QUERY = """
            select calls, total_exec_time, regexp_replace(query, '\\s+', ' ', 'g'), plans, total_plan_time from pg_stat_statements
            where toplevel order by total_exec_time desc""";

    private Statements() {}

    /** @param connection of a superuser */
    static void forget(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** Milliseconds that each statement takes, a mean. */
    static Map<String, Double> means(Connection connection) throws SQLException {
        var means = new LinkedHashMap<String, Double>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                means.put(row.getString(3), row.getDouble(2) / row.getLong(1));
            }
        }
        return means;
    }

    /** Writes the statements that ran at least once in ten of {@code times}. */
    static void write(Connection connection, int times, Path file) throws IOException, SQLException {
        var lines = new ArrayList<String>(
                List.of("| calls | ms | plans | ms to plan | statement |", "| ---: | ---: | ---: | ---: | --- |"));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                double calls = row.getDouble(1) / times;
                if (calls > 0.1) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "| %.2f | %.3f | %.2f | %.3f | %s |",
                            calls,
                            row.getDouble(2) / times,
                            row.getDouble(4) / times,
                            row.getDouble(5) / times,
                            row.getString(3)));
                }
            }
        }
        Files.write(file, lines);
    }
}
