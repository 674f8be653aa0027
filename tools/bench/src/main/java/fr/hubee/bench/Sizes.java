package fr.hubee.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The sizes of the tables in the database. */
final class Sizes {
    private static final String QUERY = """
            select coalesce(p.relname, t.relname), sum(greatest(t.reltuples, 0))::bigint, sum(pg_table_size(t.oid))::bigint,
                sum(pg_indexes_size(t.oid))::bigint
            from pg_class t left join pg_inherits i on i.inhrelid = t.oid left join pg_class p on p.oid = i.inhparent
            where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
            group by 1 having sum(pg_total_relation_size(t.oid)) > 1000000 order by sum(pg_total_relation_size(t.oid)) desc""";

    private Sizes() {}

    static String table(Connection database, int teledossiers) throws SQLException {
        var table = new StringBuilder("""
                | table | rows | MB of rows | MB of indexes | bytes a télédossier |
                | --- | ---: | ---: | ---: | ---: |
                """);
        long sum = 0;
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                long bytes = rows.getLong(3) + rows.getLong(4);
                sum += bytes;
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %d | %d | %d |%n",
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getLong(3) >> 20,
                        rows.getLong(4) >> 20,
                        bytes / teledossiers));
            }
        }
        return table.append("| all | | | | %d |%n".formatted(sum / teledossiers))
                .toString();
    }
}
