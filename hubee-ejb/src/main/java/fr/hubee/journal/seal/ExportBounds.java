package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/**
 * The bounds of an export: it holds only the entries that were there when it began.
 *
 * @param leaves their number
 * @param headSize and {@code headAt} name the last head; -1 and the epoch while there is none
 * @param since every entry that happened before has a leaf; null before the first sweep
 * @param lastEntry the highest identifier; null when the journal is empty
 * @param months the object identifiers of its partitions
 */
record ExportBounds(
        long leaves,
        long headSize,
        Timestamp headAt,
        Timestamp since,
        UUID lastEntry,
        List<Long> months,
        List<String> keys) {
    /** Query of the bounds; one statement sees one moment. */
    private static final String NOW = """
            select coalesce((select b.first_leaf + b.leaves from journal_block b order by b.first_leaf desc limit 1), 0),
                coalesce(h.size, -1), coalesce(h.at, 'epoch'), (select s.since from journal_sealing s),
                (select e.id from audit_entry e order by e.id desc limit 1),
                array(select cast(inhrelid as bigint) from pg_inherits where inhparent = cast('audit_entry' as regclass))
            from (select 1) one left join lateral (select size, at from journal_head order by size desc, at desc limit 1) h on true""";

    private static final String MONTHS_LEFT = """
            select count(*) from pg_inherits
            where inhparent = cast('audit_entry' as regclass) and cast(inhrelid as bigint) = any(?)""";

    static ExportBounds of(Connection connection) throws SQLException {
        var keys = Heads.keys(connection);
        return Sql.one(
                connection,
                NOW,
                row -> new ExportBounds(
                        row.getLong(1),
                        row.getLong(2),
                        row.getTimestamp(3),
                        row.getTimestamp(4),
                        row.getObject(5, UUID.class),
                        List.of((Long[]) row.getArray(6).getArray()),
                        keys));
    }

    /** Whether retention has dropped no month since. */
    boolean hasAllMonths(Connection connection) throws SQLException {
        var left = connection.createArrayOf("bigint", months.toArray());
        return Sql.one(connection, MONTHS_LEFT, row -> row.getInt(1), left) == months.size();
    }
}
