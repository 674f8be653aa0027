package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tree as the database keeps it: the hashes of leaves, and those of complete subtrees of 256 leaves and more. A computation gets the
 * part that it needs, read at once: one statement for leaves, one for the nodes above them.
 */
final class StoredTree implements Subtrees {
    static final int CHUNK_LEVEL = 8;
    static final int CHUNK = 1 << CHUNK_LEVEL;

    private static final String LEAVES = """
            select b.first_leaf, b.hashes from journal_block b where b.first_leaf in (
                select o.first_leaf from unnest(?) w(leaf), journal_block o
                where o.first_leaf > w.leaf - %1$d and o.first_leaf < w.leaf + %1$d)""".formatted(CHUNK);

    private static final String NODES = """
            select n.level, n.position, n.hash from unnest(?, ?) w(level, position) join journal_node n using (level, position)""";

    @FunctionalInterface
    interface Computation<T> {
        T from(Subtrees tree);
    }

    private record Range(long begin, long end) {
        /** Whether the database keeps its hash. */
        boolean isNode() {
            return end - begin > CHUNK && Long.bitCount(end - begin) == 1;
        }

        int level() {
            return Long.numberOfTrailingZeros(end - begin);
        }

        long middle() {
            return begin + Subtrees.split(end - begin);
        }
    }

    /** Hashes of complete subtrees; a leaf is a subtree of one. */
    private final Map<Range, TreeHash> known = new HashMap<>();

    private StoredTree(Connection connection, Set<Long> chunks, Set<Range> nodes) throws SQLException {
        if (!chunks.isEmpty()) {
            readLeaves(connection, chunks);
        }
        if (!nodes.isEmpty()) {
            readNodes(connection, nodes);
        }
    }

    /**
     * Computes something from the tree.
     *
     * @param computation requests the same hashes, whatever they are: it is run before, too, to find out which
     * @throws IllegalStateException if the database lacks a part of the tree
     */
    static <T> T read(Connection connection, Computation<T> computation) throws SQLException {
        var chunks = new TreeSet<Long>();
        var nodes = new HashSet<Range>();
        computation.from((begin, end) -> require(new Range(begin, end), chunks, nodes));
        return computation.from(new StoredTree(connection, chunks, nodes));
    }

    static TreeHash root(Connection connection, long size) throws SQLException {
        return size == 0 ? TreeHash.EMPTY : read(connection, tree -> tree.hash(0, size));
    }

    private static TreeHash require(Range range, Set<Long> chunks, Set<Range> nodes) {
        if (range.end() - range.begin() <= CHUNK) {
            chunks.add(range.begin() / CHUNK * CHUNK);
        } else if (range.isNode()) {
            nodes.add(range);
        } else {
            require(new Range(range.begin(), range.middle()), chunks, nodes);
            require(new Range(range.middle(), range.end()), chunks, nodes);
        }
        return TreeHash.EMPTY; // it is only asked what there is to read
    }

    private void readLeaves(Connection connection, Set<Long> chunks) throws SQLException {
        Sql.each(
                connection,
                LEAVES,
                row -> {
                    long first = row.getLong(1);
                    var hashes = row.getBytes(2);
                    for (int i = 0; i < hashes.length / TreeHash.LENGTH; i++) {
                        long leaf = first + i;
                        if (chunks.contains(leaf / CHUNK * CHUNK)) {
                            known.put(new Range(leaf, leaf + 1), TreeHash.at(i * TreeHash.LENGTH, hashes));
                        }
                    }
                },
                connection.createArrayOf("bigint", chunks.toArray()));
    }

    private void readNodes(Connection connection, Set<Range> nodes) throws SQLException {
        var levels = nodes.stream().map(Range::level).toArray();
        var positions = nodes.stream().map(node -> node.begin() >> node.level()).toArray();
        Sql.each(
                connection,
                NODES,
                row -> {
                    int level = row.getInt(1);
                    long position = row.getLong(2);
                    known.put(new Range(position << level, (position + 1) << level), TreeHash.of(row.getBytes(3)));
                },
                connection.createArrayOf("int", levels),
                connection.createArrayOf("bigint", positions));
    }

    @Override
    public TreeHash hash(long begin, long end) {
        var range = new Range(begin, end);
        var there = known.get(range);
        if (there != null) {
            return there;
        }
        if (end - begin == 1 || range.isNode()) {
            throw new IllegalStateException("The journal has not all of its leaves " + begin + " to " + end);
        }
        var hash = TreeHash.node(hash(begin, range.middle()), hash(range.middle(), end));
        known.put(range, hash);
        return hash;
    }
}
