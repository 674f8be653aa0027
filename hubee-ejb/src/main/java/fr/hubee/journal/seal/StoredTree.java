package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tree as the database keeps it: the hashes of leaves, and those of complete subtrees of 256 leaves and more. */
final class StoredTree implements Subtrees {
    static final int CHUNK_LEVEL = 8;
    static final int CHUNK = 1 << CHUNK_LEVEL;

    private static final String LEAVES = """
            select first_leaf, hashes from journal_block where first_leaf > ? - %d and first_leaf < ? order by first_leaf""".formatted(CHUNK);

    private static final String NODE = "select hash from journal_node where level = ? and position = ?";

    private final Connection connection;

    StoredTree(Connection connection) {
        this.connection = connection;
    }

    TreeHash root(long size) {
        return size == 0 ? TreeHash.EMPTY : hash(0, size);
    }

    @Override
    public TreeHash hash(long begin, long end) {
        long leaves = end - begin;
        try {
            if (leaves <= CHUNK) {
                return ofLeaves(begin, end);
            }
            if (Long.bitCount(leaves) == 1) {
                return node(Long.numberOfTrailingZeros(leaves), begin / leaves);
            }
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
        long middle = begin + Subtrees.split(leaves);
        return TreeHash.node(hash(begin, middle), hash(middle, end));
    }

    TreeHash node(int level, long position) throws SQLException {
        try (var select = connection.prepareStatement(NODE)) {
            select.setInt(1, level);
            select.setLong(2, position);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("The tree of the journal has no node " + level + "/" + position);
                }
                return TreeHash.of(row.getBytes(1));
            }
        }
    }

    private TreeHash ofLeaves(long begin, long end) throws SQLException {
        var tree = new GrowingTree();
        leaves(begin, end).forEach(tree::add);
        return tree.root();
    }

    List<TreeHash> leaves(long begin, long end) throws SQLException {
        var found = new ArrayList<TreeHash>();
        try (var select = connection.prepareStatement(LEAVES)) {
            select.setLong(1, begin);
            select.setLong(2, end);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    long first = rows.getLong(1);
                    var hashes = rows.getBytes(2);
                    long last = Math.min(end, first + hashes.length / TreeHash.LENGTH);
                    for (long leaf = Math.max(begin, first); leaf < last; leaf++) {
                        found.add(TreeHash.at((int) (leaf - first) * TreeHash.LENGTH, hashes));
                    }
                }
            }
        }
        if (found.size() != end - begin) {
            throw new IllegalStateException("The journal has not all of its leaves " + begin + " to " + end);
        }
        return found;
    }
}
