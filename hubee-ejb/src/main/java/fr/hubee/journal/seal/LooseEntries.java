package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the entries without a leaf, in pieces of the journal in the order of identifiers. */
final class LooseEntries {
    private static final String NEXT_PIECE =
            "select e.id from audit_entry e where e.id >= ? and e.id <= ? order by e.id offset ? limit 1";

    private static final String LOOSE = "select e.id, " + EntryBytes.COLUMN + """
            , coalesce(e.happened_at < ?, false)
            from audit_entry e
            where e.id >= ? and e.id <= ? and not exists (
                select from (
                    select substr(b.ids, n * 16 + 1, 16) as id
                    from (select o.leaves, o.ids || ''::bytea as ids from journal_block o
                        where o.last_id >= ? and o.first_id <= ? and o.first_leaf < ? offset 0) b,
                        generate_series(0, b.leaves - 1) n offset 0) k
                where k.id = uuid_send(e.id))""";

    private final ExportBounds bounds;
    private final int most;
    private UUID next = new UUID(0, 0);

    /** @param most entries of a piece */
    LooseEntries(ExportBounds bounds, int most) {
        this.bounds = bounds;
        this.most = most;
    }

    /**
     * @param content what would be hashed, in base64
     * @param isOld whether it should have a leaf: those that happened before the last sweep began do
     */
    record Loose(String content, boolean isOld) {}

    boolean hasMore() {
        return bounds.lastEntry() != null && next != null;
    }

    /** Returns the entries of the next piece; may be empty. */
    List<Loose> read(Connection connection) throws SQLException {
        var first = next;
        next = following(connection);
        var found = new ArrayList<Loose>();
        try (var select = connection.prepareStatement(LOOSE)) {
            var end = next == null ? bounds.lastEntry() : next;
            select.setTimestamp(1, bounds.since());
            select.setObject(2, first);
            select.setObject(3, end);
            select.setObject(4, first);
            select.setObject(5, end);
            select.setLong(6, bounds.leaves());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getObject(1, UUID.class).equals(next)) { // the first one of the next piece
                        found.add(new Loose(JournalExport.text(rows.getBytes(2)), rows.getBoolean(3)));
                    }
                }
            }
        }
        return found;
    }

    /** Returns where the next piece begins; null after the last one. */
    private UUID following(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(NEXT_PIECE)) {
            select.setObject(1, next);
            select.setObject(2, bounds.lastEntry());
            select.setInt(3, most);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }
}
