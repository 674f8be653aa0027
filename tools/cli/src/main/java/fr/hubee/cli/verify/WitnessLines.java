package fr.hubee.cli.verify;

import fr.hubee.journal.seal.GrowingTree;
import fr.hubee.journal.seal.TreeHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The heads that a witness has received, one per line, in their order. */
final class WitnessLines {
    /** Number of heads to compare with: two nodes may send the same heads, one a little after the other. */
    private static final int REMEMBERED = 500;

    private final BufferedReader lines;
    private final boolean isNamed;
    private final Deque<TreeHead> compared = new ArrayDeque<>();

    private TreeHead next;
    private String problem;

    private WitnessLines(BufferedReader lines, boolean isNamed) {
        this.lines = lines;
        this.isNamed = isNamed;
    }

    static WitnessLines of(BufferedReader lines) {
        return new WitnessLines(lines, true);
    }

    static WitnessLines none() {
        return new WitnessLines(new BufferedReader(new StringReader("")), false);
    }

    /** Compares the witness's head with the tree, if it has one of that size. */
    void compare(GrowingTree tree, Map<String, PublicKey> keys) throws IOException {
        if (next == null && compared.isEmpty()) {
            read(keys);
        }
        while (next != null && next.size() == tree.size() && problem == null) {
            if (!next.root().equals(tree.root())) {
                problem = "the witness knows another tree of " + next.size() + " leaves, of " + next.at();
            }
            compared.push(next);
            if (compared.size() > REMEMBERED) {
                compared.removeLast();
            }
            read(keys);
        }
    }

    /** Reads the next head that is not older than those already compared. */
    private void read(Map<String, PublicKey> keys) throws IOException {
        next = null;
        for (var line = lines.readLine(); line != null && next == null && problem == null; ) {
            var head = head(line, keys);
            if (head != null && isBehind(head)) {
                line = lines.readLine();
            } else {
                next = head;
            }
        }
    }

    private TreeHead head(String line, Map<String, PublicKey> keys) {
        try {
            return TreeHead.verify(line, keys::get);
        } catch (IllegalArgumentException invalid) {
            problem = "a line of the witness: " + invalid.getMessage();
            return null;
        }
    }

    private boolean isBehind(TreeHead head) {
        if (compared.isEmpty() || head.size() >= compared.peek().size()) {
            return false;
        }
        if (!compared.contains(head)) {
            problem = "the witness knows a tree of " + head.size() + " leaves, of " + head.at()
                    + ", that was taken too late to be compared";
        }
        return true;
    }

    /** Returns the largest tree that the witness knows and that matches the journal. */
    Optional<TreeHead> upTo() {
        return Optional.ofNullable(compared.peek());
    }

    /** Returns the problem at the end of the journal. With a named witness, at least one signed head must be known to it. */
    Optional<String> problem(long leaves, boolean isSigned) {
        if (problem == null && next != null) {
            return Optional.of("the witness knows a tree of " + next.size() + " leaves, of " + next.at()
                    + ": the journal has " + leaves);
        }
        if (problem == null && isNamed && isSigned && compared.isEmpty()) {
            return Optional.of("the witness knows no head of this journal");
        }
        return Optional.ofNullable(problem);
    }
}
