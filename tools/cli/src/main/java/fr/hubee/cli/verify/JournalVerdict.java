package fr.hubee.cli.verify;

import fr.hubee.journal.seal.TreeHead;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The result of a verification. Of many problems, the first ones are kept, and all are counted. */
final class JournalVerdict {
    private final int most;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Set<String> keys = Set.of();

    private long problemCount;
    private long noteCount;
    private long leaves;
    private long heads;
    private long dropped;
    private long unsealed;
    private Duration kept;
    private TreeHead last;
    private String stamped;
    private String witnessed;

    JournalVerdict(int most) {
        this.most = most;
    }

    void problem(String text) {
        if (problemCount++ < most) {
            problems.add(text);
        }
    }

    void note(String text) {
        if (noteCount++ < most) {
            notes.add(text);
        }
    }

    void leaves(long count) {
        leaves = count;
    }

    void head(TreeHead head) {
        heads++;
        last = head;
    }

    void stamped(String upTo) {
        stamped = upTo;
    }

    void witnessed(String upTo) {
        witnessed = upTo;
    }

    /** @param time since when a month had ended that was dropped */
    void kept(Duration time) {
        if (kept == null || time.compareTo(kept) < 0) {
            kept = time;
        }
    }

    void ended(long droppedEntries, long unsealedEntries, Set<String> knownKeys) {
        dropped = droppedEntries;
        unsealed = unsealedEntries;
        keys = new TreeSet<>(knownKeys);
    }

    boolean isIntact() {
        return problemCount == 0;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Returns the number of missing entries that retention explains. */
    long dropped() {
        return dropped;
    }

    /** @param isTrusted whether trusted keys are named */
    void say(PrintStream out, boolean isTrusted) {
        out.println("Leaves: " + leaves + ", heads that fit: " + heads);
        if (dropped > 0) {
            out.println("Entries deleted by retention (supprimées par la durée de conservation): " + dropped
                    + (kept == null ? "" : ", of months that had ended " + kept.toDays() + " days before, or more"));
        }
        if (unsealed > 0) {
            out.println("Entries that wait for the next round: " + unsealed);
        }
        keys.forEach(key -> out.println("Signed by the key " + key));
        if (stamped != null) {
            out.println(stamped);
        }
        if (witnessed != null) {
            out.println(witnessed);
        }
        notes.forEach(note -> out.println("  note       " + note));
        tellMore(out, noteCount, notes.size());
        problems.forEach(problem -> out.println("  PROBLEM    " + problem));
        tellMore(out, problemCount, problems.size());
        if (isIntact()) {
            out.println(
                    last == null
                            ? "Empty: nothing is sealed yet."
                            : (isTrusted ? "Intact up to " : "Consistent up to ") + last.at() + ", root " + last.root()
                                    + (isTrusted ? "" : "; but " + TrustedKeys.NOBODY_SAYS));
        } else {
            out.println("NOT INTACT"
                    + (last == null ? "" : ": what is signed fits up to " + last.at() + ", leaf " + last.size()));
        }
    }

    private static void tellMore(PrintStream out, long count, int shown) {
        if (count > shown) {
            out.println("             and " + (count - shown) + " more");
        }
    }
}
