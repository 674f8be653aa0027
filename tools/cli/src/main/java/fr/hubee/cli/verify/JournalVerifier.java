package fr.hubee.cli.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.journal.seal.Authorities;
import fr.hubee.journal.seal.GrowingTree;
import fr.hubee.journal.seal.KeptEntry;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads an export line by line, and keeps only the edge of the tree. */
final class JournalVerifier {
    /**
     * Maximum delay of an entry: no transaction lasts longer, so that an entry that is older than a head by more, and not in its tree, did
     * not exist then.
     */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int SHOWN = 50;

    private final Set<String> trusted;
    private final WitnessLines witness;
    private final StampLines stamps;
    private final JournalVerdict verdict = new JournalVerdict(SHOWN);
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final GrowingTree tree = new GrowingTree();
    private final Retention retention = new Retention(verdict);

    private TreeHead last;

    /** Time of the last leaf whose entry still exists: the identifier of any other is not proven. */
    private Instant dated;

    private boolean broken;
    private boolean ended;
    private long unsealed;

    /**
     * @param trusted the names of the keys that may sign; none for all keys of the export
     * @param witness the heads that a witness has received
     * @param authorities whose time stamps are accepted; none for all
     */
    JournalVerifier(Set<String> trusted, WitnessLines witness, Authorities authorities) {
        this.trusted = trusted;
        this.witness = witness;
        this.stamps = new StampLines(authorities);
    }

    JournalVerdict verify(BufferedReader file) throws IOException {
        if (!"hubee-journal 1".equals(file.readLine())) {
            throw new IOException("This is no export of a journal, or of a version that is not known");
        }
        for (var line = file.readLine(); line != null; line = file.readLine()) {
            try {
                read(line);
            } catch (IllegalArgumentException invalid) {
                verdict.problem("a line cannot be read: " + invalid.getMessage());
            }
        }
        end();
        return verdict;
    }

    private void read(String line) throws IOException {
        int space = line.indexOf(' ');
        var rest = line.substring(space + 1);
        switch (space < 0 ? line : line.substring(0, space)) {
            case "key" -> key(rest);
            case "leaf" -> leaf(words(rest, 4));
            case "head" -> stamps.follows(rest, head(rest));
            case "stamp" -> stamp(rest);
            case "loose" -> loose(words(rest, 2));
            case "end" -> ended = Long.parseLong(rest) == tree.size();
            default -> throw new IllegalArgumentException("an unknown kind of line");
        }
    }

    private static String[] words(String text, int number) {
        var words = text.split(" ", -1);
        if (words.length != number) {
            throw new IllegalArgumentException(words.length + " words instead of " + number);
        }
        return words;
    }

    private void key(String text) {
        try {
            var key = OctetKeyPair.parse(text);
            var name = key.computeThumbprint().toString(); // whatever it calls itself
            if (trusted.isEmpty() || trusted.contains(name)) {
                keys.put(name, TreeHead.publicKey(key));
            }
        } catch (ParseException | JOSEException invalid) {
            throw new IllegalArgumentException("no key", invalid);
        }
    }

    private void leaf(String... words) throws IOException {
        if (tree.size() == 0) {
            witness.compare(tree, keys); // a head says that there is nothing, too
        }
        long number = Long.parseLong(words[0]);
        if (number != tree.size()) {
            verdict.problem("leaf " + tree.size() + " is missing or not in its place: leaf " + number + " follows");
        }
        var id = UUID.fromString(words[1]);
        var hash = TreeHash.ofHex(words[2]);
        if (words[3].equals("-")) {
            missing(tree.size(), id);
        } else {
            entry(tree.size(), id, hash, Base64.getDecoder().decode(words[3]));
        }
        tree.add(hash);
        verdict.leaves(tree.size());
        witness.compare(tree, keys);
    }

    private void entry(long number, UUID id, TreeHash hash, byte[] bytes) {
        var entry = KeptEntry.of(bytes);
        if (!entry.id().equals(id) || !TreeHash.leaf(bytes).equals(hash)) {
            verdict.problem("the entry of leaf " + number + " was altered: " + id + ", now " + entry);
            return;
        }
        if (isLate(entry.happenedAt())) {
            verdict.problem("the entry of leaf " + number + " was inserted: there was none of its time yet at "
                    + last.at() + ": " + entry);
            return;
        }
        dated = entry.happenedAt();
        retention.isThere(dated);
        if (Retention.DROPPED.equals(entry.action())) {
            dropped(number, entry);
        }
    }

    private void dropped(long number, KeptEntry entry) {
        try {
            retention.isDropped(DroppedMonth.of(number, entry));
        } catch (IllegalArgumentException invalid) {
            verdict.note("leaf " + number + " says that a month was dropped, and not which: " + entry);
        }
    }

    private void missing(long number, UUID id) {
        var moment = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        retention.isMissing(moment);
        if (isLate(moment) || isBefore(dated, moment)) {
            verdict.problem("the entry of leaf " + number + " was removed, and its identifier altered: " + id
                    + " would be of " + moment + ", and younger ones are before it");
        }
    }

    /** @return null if the leaves are not its own */
    private TreeHead head(String jws) {
        var head = signed(jws);
        if (head == null) {
            return null;
        }
        if (head.size() != tree.size() || !head.root().equals(tree.root())) {
            if (!broken) {
                verdict.problem("the leaves are not those that were signed at " + head.at()
                        + ": altered, removed, inserted or reordered "
                        + (last == null
                                ? "from the first one on"
                                : "after those of " + last.at() + " (leaf " + last.size() + ")"));
            }
            broken = true;
            return null;
        }
        if (last != null && head.at().isBefore(last.at())) {
            verdict.note("the clock was set back: a head of " + last.at() + " is followed by one of " + head.at());
        }
        last = head;
        retention.isSigned(head.at());
        verdict.head(head);
        return head;
    }

    private void stamp(String text) {
        try {
            stamps.read(text).ifPresent(verdict::note);
        } catch (IllegalArgumentException invalid) {
            verdict.problem(invalid.getMessage());
        }
    }

    private TreeHead signed(String jws) {
        try {
            return TreeHead.verify(jws, keys::get);
        } catch (IllegalArgumentException invalid) {
            verdict.problem("a head after leaf " + tree.size() + ": " + invalid.getMessage());
            return null;
        }
    }

    private void witnessed(TreeHead known) {
        verdict.witnessed("Known to the witness up to leaf " + known.size() + ", of " + known.at());
        if (last != null && isBefore(last.at(), known.at())) {
            verdict.note("the witness is behind by "
                    + Duration.between(known.at(), last.at()).toHours() + " hours: of what was sealed after leaf "
                    + known.size() + ", until " + last.at() + ", it knows nothing");
        }
    }

    private void loose(String... words) {
        var entry = KeptEntry.of(Base64.getDecoder().decode(words[1]));
        if (words[0].equals("old") || isLate(entry.happenedAt())) {
            verdict.problem("an entry has no leaf, and was inserted: " + entry);
        } else {
            unsealed++;
        }
    }

    private boolean isLate(Instant moment) {
        return last != null && isBefore(last.at(), moment);
    }

    private static boolean isBefore(Instant known, Instant moment) {
        return known != null && moment.plus(LATE).isBefore(known);
    }

    private void end() throws IOException {
        witness.compare(tree, keys);
        if (!ended) {
            verdict.problem("the file ends too early");
        }
        if (tree.size() > 0 && last == null) {
            verdict.problem("no head is signed: nothing is proven");
        }
        if (last != null && last.size() < tree.size()) {
            verdict.note(tree.size() - last.size() + " leaves are younger than the last head");
        }
        if (last != null) {
            retention.isSigned(last.at());
        }
        witness.problem(tree.size(), last != null).ifPresent(verdict::problem);
        witness.upTo().ifPresent(this::witnessed);
        stamps.problem().ifPresent(verdict::problem);
        stamps.upTo().ifPresent(verdict::stamped);
        verdict.ended(retention.judge(), unsealed, keys.keySet());
    }
}
