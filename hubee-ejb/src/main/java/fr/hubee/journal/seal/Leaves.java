package fr.hubee.journal.seal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The leaves as the database keeps them, in blocks. */
final class Leaves {
    private static final int ID_BYTES = 16;

    /** Blocks are nearly in the order of identifiers: the first one that may contain an entry usually does. */
    private static final String OF_ENTRIES = """
            select w.id, b.first_leaf + b.place, substr(b.hashes, 32 * b.place + 1, 32) from unnest(?) w(id)
            cross join lateral (select first_leaf, hashes, (position(uuid_send(w.id) in ids) - 1) / 16 as place from journal_block
                where last_id >= w.id and first_id <= w.id and position(uuid_send(w.id) in ids) % 16 = 1
                order by last_id limit 1) b""";

    /** @param number of the first leaf is 0 */
    record Leaf(long number, UUID entry, TreeHash hash) {}

    private Leaves() {}

    /** Returns the leaves of one row: first_leaf, ids, hashes. */
    static List<Leaf> of(ResultSet block) throws SQLException {
        long first = block.getLong(1);
        var ids = ByteBuffer.wrap(block.getBytes(2));
        var hashes = block.getBytes(3);
        var found = new ArrayList<Leaf>();
        for (int i = 0; i * TreeHash.LENGTH < hashes.length; i++) {
            var id = new UUID(ids.getLong(i * ID_BYTES), ids.getLong(i * ID_BYTES + Long.BYTES));
            found.add(new Leaf(first + i, id, TreeHash.at(i * TreeHash.LENGTH, hashes)));
        }
        return found;
    }

    static Optional<Leaf> of(Connection connection, UUID entry) throws SQLException {
        return Optional.ofNullable(of(connection, List.of(entry)).get(entry));
    }

    static Map<UUID, Leaf> of(Connection connection, Collection<UUID> entries) throws SQLException {
        var found = new HashMap<UUID, Leaf>();
        Sql.each(
                connection,
                OF_ENTRIES,
                row -> {
                    var entry = row.getObject(1, UUID.class);
                    found.put(entry, new Leaf(row.getLong(2), entry, TreeHash.of(row.getBytes(3))));
                },
                connection.createArrayOf("uuid", entries.toArray()));
        return found;
    }
}
