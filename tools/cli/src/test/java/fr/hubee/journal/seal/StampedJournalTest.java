package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.seal.JournalProofService.EntryProof;
import fr.hubee.journal.seal.StampTable.StampRound;
import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Checks what the time stamp of an authority proves of a journal, without the hub. */
class StampedJournalTest {
    static final OwnAuthority AUTHORITY = OwnAuthority.good();

    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    @TempDir
    Path folder;

    String root;

    /** Makes two heads, and a stamp of the first one. */
    @BeforeEach
    void begin() throws Exception {
        root = AUTHORITY.rootIn(folder).toString();
        journal.append("one");
        journal.append("two");
        journal.seal();
        stamp();
        journal.append("three");
        journal.seal();
    }

    static void stamp() throws SQLException, IOException {
        journal.connection.setAutoCommit(true);
        assertEquals(1, new StampRound(journal.connection, content -> MadeStamp.by(AUTHORITY, content)).run());
        journal.connection.setAutoCommit(false);
    }

    String verified(List<String> lines, String... options) throws IOException {
        return Exports.verified(folder, lines, options);
    }

    String verified(String... options) throws SQLException, IOException {
        return verified(Exports.of(journal), options);
    }

    static void assertFound(String problem, String said) {
        assertTrue(said.startsWith("1 ") && said.contains(problem), said);
    }

    @Test
    void itSaysUpToWhatTheAuthorityHasStamped() throws Exception {
        var said = verified("--tsa", root);

        assertTrue(said.startsWith("0 "), said);
        assertTrue(said.contains("\nStamped up to leaf 2 at "), said);
        assertTrue(said.contains(" by CN=Stamps of this machine, stamps: 1\n"), said);
    }

    @Test
    void whoMadeItIsNotBelievedUnlessSomebodySaysWho() throws Exception {
        assertTrue(verified().contains("whose certificate is not checked"), verified());
    }

    @Test
    void theStampOfAnotherAuthorityIsFound() throws Exception {
        var another = OwnAuthority.good().rootIn(Files.createDirectory(folder.resolve("another")));

        var said = verified("--tsa", another.toString());

        assertFound("the certificate of the authority is not trusted: CN=Stamps of this machine", said);
        assertFound("no head is stamped by this authority", said);
    }

    /** Checks that an attacker with the database and the key can sign the past anew, but not have it stamped in the past. */
    @Test
    void aStampOfAnotherHeadIsFound() throws Exception {
        var lines = new ArrayList<>(Exports.of(journal));
        var stamp = lines.stream()
                .filter(line -> line.startsWith("stamp "))
                .findFirst()
                .orElseThrow();
        lines.remove(stamp);
        int lastHead = lines.lastIndexOf(lines.stream()
                .filter(line -> line.startsWith("head "))
                .reduce((first, second) -> second)
                .orElseThrow());
        lines.add(lastHead + 1, stamp);

        assertFound("it is a time stamp of something else", verified(lines, "--tsa", root));
    }

    @Test
    void stampsThatWereTakenAwayAreMissed() throws Exception {
        journal.force("journal_stamp", "delete from journal_stamp");

        assertTrue(verified().startsWith("0 "));
        assertFound("no head is stamped by this authority", verified("--tsa", root));
    }

    EntryProof proof() throws SQLException {
        var leaf = Leaves.of(
                        journal.connection,
                        UUID.fromString(journal.one("select id::text from audit_entry where subject = 'one'")))
                .orElseThrow();
        var stamped = StampTable.firstAfter(journal.connection, leaf.number()).orElseThrow();
        return new EntryProof(
                leaf.entry(),
                null,
                leaf.number(),
                leaf.hash(),
                stamped.head().jws(),
                Base64.getEncoder().encodeToString(stamped.stamp().bytes()),
                StoredTree.read(journal.connection, tree -> Proofs.inclusion(tree, leaf.number(), 2)),
                Heads.keys(journal.connection));
    }

    @Test
    void theProofOfAnEntryCarriesTheStampOfItsHead() throws Exception {
        var said = verified(List.of(proof().toJson()), "--tsa", root);

        assertTrue(said.startsWith("0 Leaf 0 of 2") && said.contains("Stamped up to leaf 2 at "), said);
    }

    @Test
    void theProofOfAnEntryWithoutAStampIsNotStamped() throws Exception {
        var proof = proof();
        var without = new EntryProof(
                proof.entry(), null, proof.leaf(), proof.hash(), proof.head(), null, proof.path(), proof.keys());

        assertTrue(verified(List.of(without.toJson())).startsWith("0 "));
        assertFound("no head is stamped by this authority", verified(List.of(without.toJson()), "--tsa", root));
    }

    @Test
    void thePageShowsWhetherTheStampIsOneOfItsHead() throws Exception {
        var trusted = Authorities.of(List.of(Path.of(root)));
        var kept = StampTable.last(journal.connection).orElseThrow();
        var shown = JournalProofService.stamped(kept, trusted);
        assertTrue(shown.isValid());
        assertEquals("CN=Stamps of this machine", shown.authority());

        var other = new Heads.Kept(3, Instant.now(), journal.one("select jws from journal_head where size = 3"));
        assertFalse(JournalProofService.stamped(new StampTable.Kept(other, kept.stamp()), trusted)
                .isValid());
    }
}
