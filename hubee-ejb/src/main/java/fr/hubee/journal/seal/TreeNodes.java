package fr.hubee.journal.seal;

import fr.hubee.journal.proof.GrowingTree;
import fr.hubee.journal.proof.TreeHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Adds the hashes of the subtrees that have become complete. */
final class TreeNodes {
    private record Place(int level, long position) {}

    private final Connection connection;
    private final StoredTree tree;

    /** Left subtrees that wait for their right ones. */
    private final Map<Place, TreeHash> added = new HashMap<>();

    TreeNodes(Connection connection) {
        this.connection = connection;
        this.tree = new StoredTree(connection);
    }

    void grow(long leaves) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into journal_node (level, position, hash) values (?, ?, ?)")) {
            for (long chunk = chunks(); (chunk + 1) * StoredTree.CHUNK <= leaves; chunk++) {
                var subtree = new GrowingTree();
                tree.leaves(chunk * StoredTree.CHUNK, (chunk + 1) * StoredTree.CHUNK)
                        .forEach(subtree::add);
                add(insert, new Place(StoredTree.CHUNK_LEVEL, chunk), subtree.root());
            }
            insert.executeBatch();
        }
    }

    private long chunks() throws SQLException {
        try (var select = connection.prepareStatement(
                        "select coalesce(max(position) + 1, 0) from journal_node where level = "
                                + StoredTree.CHUNK_LEVEL);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void add(PreparedStatement insert, Place place, TreeHash hash) throws SQLException {
        insert.setInt(1, place.level());
        insert.setLong(2, place.position());
        insert.setBytes(3, hash.bytes());
        insert.addBatch();
        if ((place.position() & 1) == 0) {
            added.put(place, hash);
        } else {
            add(insert, new Place(place.level() + 1, place.position() >> 1), TreeHash.node(left(place), hash));
        }
    }

    private TreeHash left(Place right) throws SQLException {
        var place = new Place(right.level(), right.position() - 1);
        var hash = added.remove(place);
        return hash == null ? tree.node(place.level(), place.position()) : hash;
    }
}
