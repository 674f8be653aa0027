package fr.hubee.audit.seal;

import fr.hubee.audit.merkle.TreeHash;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The leaves as the database keeps them, in blocks. */
final class Leaves {
    private static final int ID_BYTES = 16;

    /** @param number of the first leaf is 0 */
    record Leaf(long number, UUID entry, TreeHash hash) {}

    private Leaves() {}

    /** Of one row: first_leaf, ids, hashes. */
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

    /** Of that entry; empty while it has none. */
    static Optional<Leaf> of(Connection connection, UUID entry) throws SQLException {
        try (var select = connection.prepareStatement("""
                select first_leaf, ids, hashes from journal_block
                where first_id <= ? and last_id >= ? and position(uuid_send(?) in ids) > 0 order by first_leaf""")) {
            for (int i = 1; i <= 3; i++) {
                select.setObject(i, entry);
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var leaf = of(rows).stream()
                            .filter(each -> each.entry().equals(entry))
                            .findFirst();
                    if (leaf.isPresent()) {
                        return leaf;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
