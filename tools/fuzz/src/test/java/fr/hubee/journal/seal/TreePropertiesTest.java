package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The proofs of the journal's tree: each true one is accepted, and none of another leaf, place, size or path. */
class TreePropertiesTest {
    private static final int MOST = 300;

    private static TreeHash leaf(long number) {
        return TreeHash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Returns the root as RFC 6962 defines it. */
    private static TreeHash root(long begin, long end) {
        if (end - begin <= 1) {
            return end == begin ? TreeHash.EMPTY : leaf(begin);
        }
        long middle = begin + Long.highestOneBit(end - begin - 1);
        return TreeHash.node(root(begin, middle), root(middle, end));
    }

    private static List<List<TreeHash>> spoilt(List<TreeHash> path, int seed) {
        var longer = new ArrayList<>(path);
        longer.add(seed % (path.size() + 1), leaf(seed));
        if (path.isEmpty()) {
            return List.of(longer);
        }
        int at = seed % path.size();
        var other = new ArrayList<>(path);
        other.set(at, TreeHash.node(path.get(at), leaf(seed)));
        var shorter = new ArrayList<>(path);
        shorter.remove(at);
        return List.of(longer, other, shorter);
    }

    @Property
    void aGrowingTreeHasTheRootOfItsLeaves(@ForAll @IntRange(max = MOST) int size) {
        var tree = new GrowingTree();
        for (int each = 0; each < size; each++) {
            tree.add(leaf(each));
        }
        assertEquals(root(0, size), tree.root());
    }

    @Property
    void aLeafIsProvenInItsPlaceOnly(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = MOST) int any,
            @ForAll @IntRange(max = MOST) int seed) {
        int number = any % size;
        var path = Proofs.inclusion(TreePropertiesTest::root, number, size);
        var root = root(0, size);

        assertTrue(Proofs.includes(root, size, number, leaf(number), path));
        assertFalse(Proofs.includes(root, size, number, leaf(MOST + 1 + seed), path), "another leaf");
        for (int other = 0; other < size; other++) {
            assertEquals(other == number, Proofs.includes(root, size, other, leaf(number), path), "another place");
        }
        spoilt(path, seed)
                .forEach(
                        wrong -> assertFalse(Proofs.includes(root, size, number, leaf(number), wrong), "another path"));
    }

    @Property
    void aTreeIsProvenToBeTheBeginningOfAnotherOnly(
            @ForAll @IntRange(min = 1, max = MOST) int one,
            @ForAll @IntRange(min = 1, max = MOST) int other,
            @ForAll @IntRange(max = MOST) int seed) {
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        var path = Proofs.consistency(TreePropertiesTest::root, first, second);

        assertTrue(Proofs.isConsistent(first, root(0, first), second, root(0, second), path));
        assertFalse(Proofs.isConsistent(first, leaf(MOST + seed), second, root(0, second), path), "another beginning");
        assertFalse(Proofs.isConsistent(first, root(0, first), second, leaf(MOST + seed), path), "another end");
        spoilt(path, seed)
                .forEach(wrong -> assertFalse(
                        Proofs.isConsistent(first, root(0, first), second, root(0, second), wrong), "another path"));
    }
}
