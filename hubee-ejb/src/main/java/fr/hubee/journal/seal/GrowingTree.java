package fr.hubee.journal.seal;

import java.util.ArrayDeque;
import java.util.Deque;

/** A tree that keeps only what its root needs: one hash for each complete subtree, from the largest to the smallest. */
public final class GrowingTree {
    private final Deque<TreeHash> subtrees = new ArrayDeque<>();

    private long size;

    public void add(TreeHash leaf) {
        var hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = TreeHash.node(subtrees.pop(), hash);
        }
        subtrees.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public TreeHash root() {
        TreeHash root = null;
        for (var subtree : subtrees) { // the smallest first
            root = root == null ? subtree : TreeHash.node(subtree, root);
        }
        return root == null ? TreeHash.EMPTY : root;
    }
}
