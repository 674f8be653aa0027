package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that every entry gets one leaf, in one order, whenever its transaction ends; and that the head of the tree is signed. */
class SealingTest {
    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    TreeHead head() throws SQLException {
        var keys = Heads.publicKeys(Heads.keys(journal.connection));
        var last = Heads.last(journal.connection).orElseThrow();
        return TreeHead.verify(last.jws(), keys::get);
    }

    private static long firstAfter(long leaf, List<Long> sizes) {
        return sizes.stream().filter(size -> size > leaf).findFirst().orElseThrow();
    }

    int heads() throws SQLException {
        return journal.all("select jws from journal_head").size();
    }

    /** Encodes an entry as docs/journal-proofs.md says, independently of the product. */
    static byte[] encoded(ResultSet row) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeByte(1);
        var id = row.getObject("id", UUID.class);
        data.writeLong(id.getMostSignificantBits());
        data.writeLong(id.getLeastSignificantBits());
        data.writeLong(ChronoUnit.MICROS.between(
                Instant.EPOCH, row.getTimestamp("happened_at").toInstant()));
        for (var field : List.of(
                "actor",
                "actor_organization",
                "address",
                "action",
                "organization",
                "subject",
                "subject_version",
                "changes",
                "database_user")) {
            var text = row.getString(field);
            if (text == null) {
                data.writeInt(-1);
            } else {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                data.writeInt(utf8.length);
                data.write(utf8);
            }
        }
        return bytes.toByteArray();
    }

    List<TreeHash> expectedLeaves() throws SQLException, IOException {
        var leaves = new ArrayList<TreeHash>();
        try (var statement = journal.connection.createStatement();
                var rows = statement.executeQuery("select * from audit_entry order by id")) {
            while (rows.next()) {
                leaves.add(TreeHash.leaf(encoded(rows)));
            }
        }
        return leaves;
    }

    @Test
    void theHeadIsThatOfAllEntriesInTheirOrder() throws Exception {
        journal.append("one");
        journal.append("two");
        journal.append("three");

        assertEquals(3, journal.seal());

        var tree = new GrowingTree();
        expectedLeaves().forEach(tree::add);
        assertEquals(new TreeHead(3, tree.root(), head().at()), head());
        assertEquals(List.of("one", "two", "three"), journal.sealed());
    }

    @Test
    void aPathIsNotMadeOfLeavesThatAreNotThere() throws SQLException {
        journal.append("one");
        journal.append("two");
        journal.seal();

        var second = StoredTree.read(journal.connection, tree -> tree.hash(1, 2));
        assertEquals(List.of(second), StoredTree.read(journal.connection, tree -> Proofs.inclusion(tree, 0, 2)));
        assertThrows(
                IllegalStateException.class,
                () -> StoredTree.read(journal.connection, tree -> Proofs.inclusion(tree, 0, 4)));
    }

    @Test
    void anEntryIsSealedOnceHoweverOftenRoundsRun() throws SQLException {
        for (var subject : List.of("one", "two", "three")) {
            journal.append(subject);
            journal.seal();
            journal.seal();
        }

        assertEquals(List.of("one", "two", "three"), journal.sealed());
    }

    @Test
    void aJournalThatWasThereIsSealedInSteps() throws SQLException {
        journal.append(1000);

        assertEquals(1000, journal.seal(7));

        assertEquals(1000, journal.leaves());
        assertEquals(1000, Long.parseLong(journal.one("select count(distinct subject) from audit_entry")));
        assertEquals(1000, head().size());
        assertEquals(1, heads());
    }

    /** Checks a transaction that began before many rounds, and ends after them. */
    @Test
    void whatIsCommittedLateIsNotMissed() throws SQLException {
        journal.sealStrictly();
        try (var slow = journal.another()) {
            SealedJournal.append(slow, "late");
            for (int round = 1; round <= 4; round++) {
                journal.append("round " + round);
                journal.sealStrictly();
            }
            assertEquals(List.of("round 1", "round 2", "round 3", "round 4"), journal.sealed());
            slow.commit();
        }
        journal.sealStrictly();

        assertEquals(List.of("round 1", "round 2", "round 3", "round 4", "late"), journal.sealed());
    }

    /** Checks that rounds read only new entries; otherwise each one would read the whole journal. */
    @Test
    void onceNobodyWritesAnyMoreRoundsLookOnlyAtWhatIsNew() throws SQLException {
        journal.append("one");
        journal.sealStrictly();
        journal.sealStrictly();
        journal.append("two");
        journal.sealStrictly();
        journal.sealStrictly();

        assertEquals(
                "1",
                journal.one(
                        "select count(*) from audit_entry, journal_sealing where happened_at <= since and subject = 'two'"));
    }

    @Test
    void aTransactionThatWasUndoneHoldsNothingUp() throws SQLException {
        journal.sealStrictly();
        try (var undone = journal.another()) {
            SealedJournal.append(undone, "undone");
            journal.sealStrictly();
            undone.rollback();
        }
        journal.append("one");
        journal.sealStrictly();

        assertEquals(List.of("one"), journal.sealed());
    }

    @Test
    void aDatabaseThatWasRestoredElsewhereCountsAnew() throws SQLException {
        journal.append("before");
        journal.seal();
        journal.change("update journal_sealing set mark_xid = '999999999'");

        journal.append("after");
        journal.seal();
        journal.seal();

        assertEquals(List.of("before", "after"), journal.sealed());
        assertEquals("true", journal.one("select (mark_xid < '999999999'::xid8)::text from journal_sealing"));
    }

    /** Checks that sealing is refused then: the transaction number would be older than the recorded moment. */
    @Test
    void nobodySealsInATransactionThatHasWrittenAlready() throws SQLException {
        SealedJournal.append(journal.connection, "mine");

        assertThrows(SQLException.class, () -> journal.one("select taken::text from seal_journal(10, '0')"));
    }

    @Test
    void oneNodeSealsAtATime() throws SQLException {
        journal.seal();
        try (var other = journal.another()) {
            SealedJournal.run(other, "select seal_journal(10, '0')");

            assertEquals(-1, journal.seal());
        }
    }

    @Test
    void withoutAKeyThereAreLeavesAndNoHead() throws SQLException {
        journal.append("one");

        assertEquals(1, new SealingRound(journal.connection, Optional.empty(), 10).run());

        assertEquals(0, heads());
    }

    @Test
    void aHeadThatWouldSayNothingNewIsNotSigned() throws SQLException {
        journal.append("one");
        journal.seal();
        journal.seal();
        assertEquals(1, heads());

        journal.force("journal_head", "update journal_head set at = at - interval '61 minutes'");
        journal.seal();
        assertEquals(2, heads());
    }

    @Test
    void whatIsSealedStays() throws SQLException {
        journal.append("one");
        journal.seal();

        for (var table : List.of("journal_block", "journal_head", "journal_key", "journal_sealing")) {
            assertThrows(SQLException.class, () -> journal.change("delete from " + table), table);
            journal.connection.rollback();
            assertThrows(SQLException.class, () -> journal.change("truncate " + table), table);
            journal.connection.rollback();
        }
        assertThrows(SQLException.class, () -> journal.change("update journal_block set leaves = 0"));
        journal.connection.rollback();
        assertThrows(SQLException.class, () -> journal.change("update journal_head set size = 0"));
    }

    /** Checks grants by a server of the previous release, which grants all rights on every table at its start. */
    @Test
    void whatTheApplicationIsGrantedByMistakeDoesNotHelpIt() throws SQLException {
        journal.change("grant usage on schema " + journal.connection.getSchema() + " to hubee");
        journal.change("grant all on journal_block, journal_node, journal_head, journal_key, journal_sealing to hubee");
        try (var application = journal.as(EmbeddedDatabase.USER)) {
            for (var attempt : List.of(
                    "insert into journal_block values (0, 1, gen_random_uuid(), gen_random_uuid(), now(), '', '')",
                    "insert into journal_node values (8, 0, '')",
                    "insert into journal_head values (1, now(), '')",
                    "insert into journal_key values ('', '')",
                    "update journal_sealing set since = now()")) {
                var refusal = assertThrows(SQLException.class, () -> SealedJournal.run(application, attempt), attempt);
                assertEquals("P0001", refusal.getSQLState(), refusal::getMessage);
                application.rollback();
            }
        }
    }

    @Test
    void everyEntryAndEveryHeadIsProvenFromWhatIsStored() throws Exception {
        var sizes = new ArrayList<Long>();
        for (int many : new int[] {1, 255, 1, 300, 700, 5}) {
            journal.append(many);
            journal.seal(100);
            sizes.add(journal.leaves());
        }
        var leaves = expectedLeaves();
        assertEquals(
                leaves,
                StoredTree.read(
                        journal.connection,
                        tree -> LongStream.range(0, leaves.size())
                                .mapToObj(leaf -> tree.hash(leaf, leaf + 1))
                                .toList()));
        var paths = StoredTree.read(
                journal.connection,
                tree -> LongStream.range(0, leaves.size())
                        .mapToObj(leaf -> Proofs.inclusion(tree, leaf, firstAfter(leaf, sizes)))
                        .toList());
        var roots = new HashMap<Long, TreeHash>();
        for (long size : sizes) {
            roots.put(size, StoredTree.root(journal.connection, size));
        }
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            long size = firstAfter(leaf, sizes);
            assertTrue(Proofs.includes(roots.get(size), size, leaf, leaves.get(leaf), paths.get(leaf)));
        }
        for (long first : sizes) {
            for (long second : sizes) {
                if (first <= second) {
                    var proof = StoredTree.read(journal.connection, tree -> Proofs.consistency(tree, first, second));
                    assertTrue(Proofs.isConsistent(first, roots.get(first), second, roots.get(second), proof));
                }
            }
        }
    }

    double age() throws SQLException {
        return Double.parseDouble(journal.one(SealAge.SEALED));
    }

    @Test
    void whatNobodySignsBecomesOldAlsoWhenNothingWasEverSigned() throws SQLException {
        journal.change("update journal_sealing set mark_at = mark_at - interval '2 hours'"); // no round has run
        assertEquals(2 * 3600, age(), 60);

        journal.append("one");
        new SealingRound(journal.connection, Optional.empty(), 1000).run();
        journal.force("journal_block", "update journal_block set sealed_at = sealed_at - interval '3 hours'");
        assertEquals(3 * 3600, age(), 60);

        journal.seal();
        assertEquals(0, age(), 60);
    }
}
