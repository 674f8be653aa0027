package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hashes and proofs of RFC 6962, with the leaves and roots of its reference implementation. */
class ProofsTest {
    private static final List<TreeHash> KNOWN_LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(TreeHash::leaf)
            .toList();

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final int MOST = 130;

    private static final List<TreeHash> LEAVES = IntStream.range(0, MOST)
            .mapToObj(number -> TreeHash.leaf(new byte[] {(byte) number}))
            .toList();

    /** Computes the root as the RFC defines it, without a shortcut. */
    private static TreeHash root(List<TreeHash> leaves) {
        if (leaves.size() < 2) {
            return leaves.isEmpty() ? TreeHash.EMPTY : leaves.get(0);
        }
        int middle = (int) Subtrees.split(leaves.size());
        return TreeHash.node(root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
    }

    private static Subtrees tree(List<TreeHash> leaves) {
        return (begin, end) -> root(leaves.subList((int) begin, (int) end));
    }

    @Test
    void theRootsAreThoseOfTheReferenceImplementation() {
        var growing = new GrowingTree();
        for (int size = 0; size <= KNOWN_LEAVES.size(); size++) {
            assertEquals(
                    KNOWN_ROOTS.get(size), root(KNOWN_LEAVES.subList(0, size)).toString());
            assertEquals(KNOWN_ROOTS.get(size), growing.root().toString());
            if (size < KNOWN_LEAVES.size()) {
                growing.add(KNOWN_LEAVES.get(size));
            }
        }
    }

    /** The proofs that its tests know. */
    @Test
    void theProofsAreThoseOfTheReferenceImplementation() {
        var tree = tree(KNOWN_LEAVES);

        assertEquals(
                List.of(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                texts(Proofs.inclusion(tree, 0, 8)));
        assertEquals(
                List.of("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
                texts(Proofs.inclusion(tree, 2, 3)));
        assertEquals(
                List.of(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                texts(Proofs.consistency(tree, 6, 8)));
    }

    private static List<String> texts(List<TreeHash> proof) {
        return proof.stream().map(TreeHash::toString).toList();
    }

    @Test
    void everyLeafOfEveryTreeIsProvenAndNoOtherLeafIsByItsProof() {
        for (int size = 1; size <= MOST; size++) {
            var leaves = LEAVES.subList(0, size);
            var root = root(leaves);
            for (int number = 0; number < size; number++) {
                var proof = Proofs.inclusion(tree(leaves), number, size);
                assertTrue(Proofs.includes(root, size, number, leaves.get(number), proof), number + " of " + size);
                assertFalse(Proofs.includes(root, size, number, TreeHash.EMPTY, proof));
                assertFalse(Proofs.includes(root, size, number ^ 1, leaves.get(number), proof) && size > 1);
            }
        }
    }

    @Test
    void everyTreeIsTheBeginningOfEveryLargerOne() {
        var growing = new GrowingTree();
        var roots = new ArrayList<TreeHash>(List.of(growing.root()));
        for (var leaf : LEAVES) {
            growing.add(leaf);
            roots.add(growing.root());
        }
        for (int second = 0; second <= MOST; second++) {
            for (int first = 0; first <= second; first++) {
                var proof = Proofs.consistency(tree(LEAVES), first, second);
                assertTrue(
                        Proofs.isConsistent(first, roots.get(first), second, roots.get(second), proof),
                        first + " of " + second);
            }
        }
    }

    @Test
    void aTreeWhosePastWasChangedIsNotProven() {
        for (int second = 2; second <= 40; second++) {
            var changed = new ArrayList<>(LEAVES.subList(0, second));
            changed.set(0, TreeHash.EMPTY);
            for (int first = 1; first < second; first++) {
                var before = root(LEAVES.subList(0, first));
                var proof = Proofs.consistency(tree(changed), first, second);
                assertFalse(Proofs.isConsistent(first, before, second, root(changed), proof), first + " of " + second);
            }
        }
    }

    @Test
    void aProofThatIsTooLongOrTooShortIsNone() {
        var leaves = LEAVES.subList(0, 7);
        var root = root(leaves);
        var proof = new ArrayList<>(Proofs.inclusion(tree(leaves), 3, 7));
        proof.add(TreeHash.EMPTY);
        assertFalse(Proofs.includes(root, 7, 3, leaves.get(3), proof));
        assertFalse(Proofs.includes(root, 7, 3, leaves.get(3), proof.subList(0, proof.size() - 2)));
        var change = new ArrayList<>(Proofs.consistency(tree(leaves), 3, 7));
        assertFalse(Proofs.isConsistent(3, root(leaves.subList(0, 3)), 7, root, change.subList(0, change.size() - 1)));
        change.add(TreeHash.EMPTY);
        assertFalse(Proofs.isConsistent(3, root(leaves.subList(0, 3)), 7, root, change));
        assertFalse(Proofs.isConsistent(3, root(leaves.subList(0, 3)), 7, root, List.of()));
    }

    @Test
    void whatIsNotInTheTreeHasNoProof() {
        assertThrows(IllegalArgumentException.class, () -> Proofs.inclusion(tree(LEAVES), 7, 7));
        assertThrows(IllegalArgumentException.class, () -> Proofs.consistency(tree(LEAVES), 8, 7));
        assertFalse(Proofs.includes(TreeHash.EMPTY, 0, 0, TreeHash.EMPTY, List.of()));
    }

    @Test
    void aNodeIsNoLeaf() {
        var both = LongStream.range(0, 2)
                .mapToObj(number -> LEAVES.get((int) number))
                .toList();
        var content = new byte[2 * TreeHash.LENGTH];
        System.arraycopy(both.get(0).bytes(), 0, content, 0, TreeHash.LENGTH);
        System.arraycopy(both.get(1).bytes(), 0, content, TreeHash.LENGTH, TreeHash.LENGTH);

        assertFalse(TreeHash.leaf(content).equals(root(both)));
    }

    @Test
    void twoTreesOfOneSizeAreConsistentOnlyIfTheyAreTheSame() {
        var root = LEAVES.get(0);

        assertTrue(Proofs.isConsistent(1, root, 1, root, List.of()));
        assertFalse(Proofs.isConsistent(1, root, 1, LEAVES.get(1), List.of()));
        assertFalse(Proofs.isConsistent(1, root, 1, root, List.of(root)));
    }

    @Test
    void onlyTheRootOfTheEmptyTreeIsTheBeginningOfAllTrees() {
        assertTrue(Proofs.isConsistent(0, TreeHash.EMPTY, 1, LEAVES.get(0), List.of()));
        assertFalse(Proofs.isConsistent(0, LEAVES.get(0), 1, LEAVES.get(0), List.of()));
        assertFalse(Proofs.isConsistent(0, TreeHash.EMPTY, 1, LEAVES.get(0), List.of(LEAVES.get(0))));
    }

    @Test
    void aLargerTreeIsNotTheBeginningOfASmallerOne() {
        assertFalse(Proofs.isConsistent(2, LEAVES.get(0), 1, LEAVES.get(0), List.of(LEAVES.get(0))));
        assertFalse(Proofs.isConsistent(-1, LEAVES.get(0), 1, LEAVES.get(0), List.of(LEAVES.get(0))));
        assertEquals(List.of(), Proofs.consistency(tree(LEAVES), 0, 5));
        assertEquals(List.of(), Proofs.consistency(tree(LEAVES), 5, 5));
    }

    @Test
    void theFirstLeafOfATreeIsIncludedAndALeafBeforeItIsNot() {
        assertTrue(Proofs.includes(LEAVES.get(0), 1, 0, LEAVES.get(0), List.of()));
        assertFalse(Proofs.includes(LEAVES.get(0), 1, -1, LEAVES.get(0), List.of()));
    }

    @Test
    void aTreeCountsItsLeaves() {
        var growing = new GrowingTree();
        LEAVES.forEach(growing::add);

        assertEquals(MOST, growing.size());
    }

    @Test
    void aHashIsReadFromItsPlaceAmongOtherBytes() {
        var leaf = LEAVES.get(3);
        var bytes = new byte[TreeHash.LENGTH + 2];
        System.arraycopy(leaf.bytes(), 0, bytes, 2, TreeHash.LENGTH);

        assertEquals(leaf, TreeHash.of(leaf.bytes()));
        assertEquals(leaf, TreeHash.at(2, bytes));
        assertEquals(leaf.hashCode(), TreeHash.at(2, bytes).hashCode());
        assertFalse(leaf.hashCode() == LEAVES.get(4).hashCode());
        assertThrows(IllegalArgumentException.class, () -> TreeHash.at(3, bytes));
        assertThrows(IllegalArgumentException.class, () -> TreeHash.at(-1, bytes));
        assertThrows(IllegalArgumentException.class, () -> TreeHash.of(new byte[TreeHash.LENGTH - 1]));
    }
}
