package fr.hubee.journal.seal;

import java.util.ArrayList;
import java.util.List;

/** Makes the proofs of RFC 6962 §2.1.1 and §2.1.2, and checks them according to RFC 9162 §2.1.3.2 and §2.1.4.2. */
public final class Proofs {
    private Proofs() {}

    /** Returns the inclusion proof of a leaf in the tree of that size: the hashes of the siblings on its path to the root. */
    public static List<TreeHash> inclusion(Subtrees tree, long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("There is no leaf " + leaf + " among " + size);
        }
        var path = new ArrayList<TreeHash>();
        include(tree, leaf, 0, size, path);
        return path;
    }

    private static void include(Subtrees tree, long leaf, long begin, long end, List<TreeHash> path) {
        if (end - begin > 1) {
            long middle = begin + Subtrees.split(end - begin);
            if (leaf < middle) {
                include(tree, leaf, begin, middle, path);
                path.add(tree.hash(middle, end));
            } else {
                include(tree, leaf, middle, end, path);
                path.add(tree.hash(begin, middle));
            }
        }
    }

    /** Returns the consistency proof: the tree of the first size is the beginning of the second one. */
    public static List<TreeHash> consistency(Subtrees tree, long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException(
                    "A tree of " + first + " leaves is not the beginning of one of " + second);
        }
        var path = new ArrayList<TreeHash>();
        if (first > 0 && first < second) {
            compare(tree, first, 0, second, true, path);
        }
        return path;
    }

    private static void compare(Subtrees tree, long first, long begin, long end, boolean isWhole, List<TreeHash> path) {
        if (first == end) {
            if (!isWhole) {
                path.add(tree.hash(begin, end));
            }
            return;
        }
        long middle = begin + Subtrees.split(end - begin);
        if (first <= middle) {
            compare(tree, first, begin, middle, isWhole, path);
            path.add(tree.hash(middle, end));
        } else {
            compare(tree, first, middle, end, false, path);
            path.add(tree.hash(begin, middle));
        }
    }

    public static boolean includes(TreeHash root, long size, long number, TreeHash leaf, List<TreeHash> proof) {
        if (number < 0 || number >= size) {
            return false;
        }
        long place = number;
        long last = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = TreeHash.node(sibling, hash);
                int up = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= up; // zero stays zero: then the last one is zero, too
                last >>= up;
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    public static boolean isConsistent(
            long firstSize, TreeHash firstRoot, long secondSize, TreeHash secondRoot, List<TreeHash> proof) {
        if (firstSize == secondSize) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (firstSize == 0) {
            return proof.isEmpty() && firstRoot.equals(TreeHash.EMPTY);
        }
        if (firstSize < 0 || firstSize > secondSize || proof.isEmpty()) {
            return false;
        }
        boolean isComplete = Long.bitCount(firstSize) == 1;
        int shift = Long.numberOfTrailingZeros(firstSize); // of firstSize - 1, the lowest ones
        long place = (firstSize - 1) >> shift;
        long last = (secondSize - 1) >> shift;
        var rest = isComplete ? proof : proof.subList(1, proof.size());
        var first = isComplete ? firstRoot : proof.get(0);
        var second = first;
        for (var sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                first = TreeHash.node(sibling, first);
                second = TreeHash.node(sibling, second);
                int up = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= up;
                last >>= up;
            } else {
                second = TreeHash.node(second, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(firstRoot) && second.equals(secondRoot);
    }
}
