package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The part of the stored tree that the paths of some leaves need, read at once: one statement for leaves, one for the nodes above them. */
final class ProvenTree {
    private static final int CHUNK = StoredTree.CHUNK;

    private static final String LEAVES = """
            select b.first_leaf, b.hashes from journal_block b where b.first_leaf in (
                select o.first_leaf from unnest(?) w(leaf), journal_block o
                where o.first_leaf > w.leaf - %1$d and o.first_leaf < w.leaf + %1$d)""".formatted(CHUNK);

    private static final String NODES = """
            select n.level, n.position, n.hash from unnest(?, ?) w(level, position) join journal_node n using (level, position)""";

    private record Range(long begin, long end) {}

    /** Hashes of complete subtrees; a leaf is a subtree of one. */
    private final Map<Range, TreeHash> known = new HashMap<>();

    private final Map<Long, Long> sizes;

    /** @param sizes of the trees that are proven to have a leaf, by its number */
    ProvenTree(Connection connection, Map<Long, Long> sizes) throws SQLException {
        this.sizes = Map.copyOf(sizes);
        var chunks = new TreeSet<Long>();
        var nodes = new HashSet<Range>();
        sizes.forEach((leaf, size) -> Proofs.inclusion((begin, end) -> require(begin, end, chunks, nodes), leaf, size));
        if (!chunks.isEmpty()) {
            readLeaves(connection, chunks);
        }
        if (!nodes.isEmpty()) {
            readNodes(connection, nodes);
        }
    }

    private static TreeHash require(long begin, long end, Set<Long> chunks, Set<Range> nodes) {
        if (end - begin <= CHUNK) {
            chunks.add(begin / CHUNK * CHUNK);
        } else if (Long.bitCount(end - begin) == 1) {
            nodes.add(new Range(begin, end));
        } else {
            long middle = begin + Subtrees.split(end - begin);
            require(begin, middle, chunks, nodes);
            require(middle, end, chunks, nodes);
        }
        return TreeHash.EMPTY; // it is only asked what there is to read
    }

    private void readLeaves(Connection connection, Set<Long> chunks) throws SQLException {
        try (var select = connection.prepareStatement(LEAVES)) {
            select.setArray(1, connection.createArrayOf("bigint", chunks.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    long first = rows.getLong(1);
                    var hashes = rows.getBytes(2);
                    for (int i = 0; i < hashes.length / TreeHash.LENGTH; i++) {
                        long leaf = first + i;
                        if (chunks.contains(leaf / CHUNK * CHUNK)) {
                            known.put(new Range(leaf, leaf + 1), TreeHash.at(i * TreeHash.LENGTH, hashes));
                        }
                    }
                }
            }
        }
    }

    private void readNodes(Connection connection, Set<Range> nodes) throws SQLException {
        try (var select = connection.prepareStatement(NODES)) {
            var levels = nodes.stream().map(ProvenTree::level).toArray();
            var positions =
                    nodes.stream().map(node -> node.begin() >> level(node)).toArray();
            select.setArray(1, connection.createArrayOf("int", levels));
            select.setArray(2, connection.createArrayOf("bigint", positions));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    int level = rows.getInt(1);
                    long position = rows.getLong(2);
                    known.put(new Range(position << level, (position + 1) << level), TreeHash.of(rows.getBytes(3)));
                }
            }
        }
    }

    private static int level(Range node) {
        return Long.numberOfTrailingZeros(node.end() - node.begin());
    }

    /**
     * Returns the path of a leaf that the tree was read for.
     *
     * @throws IllegalStateException if the database lacks a part of that tree
     */
    List<TreeHash> path(long leaf) {
        return Proofs.inclusion(this::hash, leaf, sizes.get(leaf));
    }

    private TreeHash hash(long begin, long end) {
        var range = new Range(begin, end);
        var there = known.get(range);
        if (there != null) {
            return there;
        }
        if (end - begin == 1 || (end - begin > CHUNK && Long.bitCount(end - begin) == 1)) {
            throw new IllegalStateException("The journal has not all of its leaves " + begin + " to " + end);
        }
        long middle = begin + Subtrees.split(end - begin);
        var hash = TreeHash.node(hash(begin, middle), hash(middle, end));
        known.put(range, hash);
        return hash;
    }
}
