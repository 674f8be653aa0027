package fr.hubee.audit.seal;

import fr.hubee.audit.merkle.GrowingTree;
import fr.hubee.audit.merkle.Subtrees;
import fr.hubee.audit.merkle.TreeHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored tree, for several proofs: the leaves of a chunk, of which each level of a path asks some, are read once. */
final class ProvenTree implements Subtrees {
    private final StoredTree stored;
    private final Map<Long, List<TreeHash>> chunks = new HashMap<>();

    ProvenTree(Connection connection) {
        stored = new StoredTree(connection);
    }

    @Override
    public TreeHash hash(long begin, long end) {
        if (end - begin > StoredTree.CHUNK) {
            return stored.hash(begin, end);
        }
        long first = begin / StoredTree.CHUNK * StoredTree.CHUNK;
        var tree = new GrowingTree();
        leaves(first, end).subList((int) (begin - first), (int) (end - first)).forEach(tree::add);
        return tree.root();
    }

    /** The last chunk may have grown since it was read. */
    private List<TreeHash> leaves(long first, long end) {
        var known = chunks.get(first);
        if (known == null || known.size() < end - first) {
            try {
                known = stored.present(first, first + StoredTree.CHUNK);
            } catch (SQLException away) {
                throw new IllegalStateException(away);
            }
            chunks.put(first, known);
        }
        return StoredTree.requireAll(known, first, end);
    }
}
