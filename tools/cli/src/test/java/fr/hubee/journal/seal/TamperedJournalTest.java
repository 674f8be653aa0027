package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import fr.hubee.journal.seal.JournalProofService.EntryProof;
import fr.hubee.journal.seal.JournalProofService.TreeConsistency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Checks that an export reveals, offline, a past that the owner of the database has changed. */
class TamperedJournalTest {
    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    @TempDir
    Path folder;

    /** Makes ten entries, in three trees. */
    @BeforeEach
    void begin() throws SQLException {
        journal.empty(); // also when a test begins again
        for (int many : new int[] {4, 3, 3}) {
            journal.append(many);
            journal.seal();
        }
    }

    String month() throws SQLException {
        return journal.one("select 'audit_entry_' || to_char(now() at time zone 'UTC', 'YYYY_MM')");
    }

    /** Returns the entry of the leaf of that number. */
    String entry(int leaf) throws SQLException {
        return Leaves.of(
                        journal.connection,
                        UUID.fromString(journal.one(
                                "select id::text from audit_entry order by id offset " + leaf + " limit 1")))
                .orElseThrow()
                .entry()
                .toString();
    }

    String verified(List<String> lines, String... options) throws IOException {
        return Exports.verified(folder, lines, options);
    }

    String verified() throws SQLException, IOException {
        return verified(Exports.of(journal));
    }

    static void assertFound(String problem, String said) {
        assertTrue(said.startsWith("1 ") && said.contains(problem), said);
    }

    @Test
    void oneThatNobodyTouchedIsIntact() throws Exception {
        var said = verified();

        assertTrue(said.startsWith("0 Leaves: 10, heads that fit: 3\n"), said);
        assertTrue(said.contains("Intact up to "), said);
        assertTrue(said.contains("Signed by the key " + SealedJournal.KEY.id()), said);
    }

    /** Without a key, a stranger could make a consistent journal. */
    @Test
    void withoutAKeyNobodySaysWhoSigned() throws Exception {
        var said = Exports.verifiedWithoutKey(folder, Exports.of(journal));

        assertTrue(said.startsWith("3 ") && said.contains("Consistent up to "), said);
        assertTrue(said.contains("nobody says who signed it"), said);
        assertFalse(said.contains("Intact"), said);
    }

    @Test
    void theKeySetOfTheHubSaysWhoMayHaveSigned() throws Exception {
        var keys = folder.resolve("keys");
        Files.writeString(keys, new JWKSet(SealedJournal.KEY.published()).toString());
        var said = Exports.verifiedWithoutKey(folder, Exports.of(journal), "--key-set", keys.toString());
        assertTrue(said.startsWith("0 ") && said.contains("Intact up to "), said);

        Files.writeString(keys, new JWKSet(SealKey.of(new byte[32]).published()).toString());
        said = Exports.verifiedWithoutKey(folder, Exports.of(journal), "--key-set", keys.toString());
        assertFound("signed by a key that is not known: " + SealedJournal.KEY.id(), said);
    }

    @Test
    void whatIsNoJournalIsNotUnderstood() throws Exception {
        assertTrue(verified(List.of("Dear auditor,")).startsWith("2 "));
        assertTrue(verified(List.of("{\"a\":1}")).startsWith("2 "));
        assertTrue(verified(Exports.of(journal), "--key-set", "nowhere").startsWith("2 There is no file nowhere"));
    }

    @Test
    void whatIsNotSealedYetIsNoProblem() throws Exception {
        journal.append("new");

        var said = verified();

        assertTrue(said.startsWith("0 ") && said.contains("wait for the next round: 1"), said);
    }

    @Test
    void ofAnEntryThatWasAlteredNothingIsSigned() throws Exception {
        var id = UUID.fromString(entry(5));
        var proof = read(id).get(id).proof().orElseThrow();
        assertEquals(5, proof.leaf());
        assertEquals(SealedJournal.KEY.published().getX(), proof.key().getX());

        journal.force(month(), "update " + month() + " set actor = 'eve' where id = '" + id + "'");

        assertEquals(Map.of(), read(id));
    }

    @Test
    void aHeadWhoseKeyIsNewerThanTheReadingProvesNothingYet() throws Exception {
        var id = UUID.fromString(entry(5));

        var found = new SealedReading(journal::another, Map.of(), Optional.of(SealedJournal.KEY)).of(List.of(id));

        assertEquals(Optional.empty(), found.get(id).proof());
    }

    private Map<UUID, SealedReading.Found> read(UUID id) throws Exception {
        return new SealedReading(journal::another, Heads.keysByName(journal.connection), Optional.of(SealedJournal.KEY))
                .of(List.of(id));
    }

    @Test
    void anEntryThatWasAlteredIsFound() throws Exception {
        var id = entry(5);
        journal.force(month(), "update " + month() + " set actor = 'eve' where id = '" + id + "'");

        var said = verified();

        assertFound("the entry of leaf 5 was altered: " + id, said);
        assertTrue(said.contains("by eve"), said);
    }

    @Test
    void anEntryThatWasAlteredTogetherWithItsLeafIsFound() throws Exception {
        var id = entry(5);
        journal.force(month(), "update " + month() + " set actor = 'eve' where id = '" + id + "'");
        journal.force("journal_block", """
                update journal_block b set hashes = (
                    select string_agg(sha256('\\x00'::bytea || %s), ''::bytea order by e.id)
                    from audit_entry e where e.id between b.first_id and b.last_id)""".formatted(EntryBytes.COLUMN));

        assertFound("the leaves are not those that were signed", verified());
    }

    @Test
    void anEntryThatWasRemovedIsFound() throws Exception {
        journal.force(month(), "delete from " + month() + " where id = '" + entry(5) + "'");

        assertFound("1 entries of ", verified());
    }

    @Test
    void anEntryThatWasRemovedTogetherWithItsLeafIsFound() throws Exception {
        journal.force(month(), "delete from " + month() + " where id = '" + entry(5) + "'");
        journal.force("journal_block", """
                update journal_block set leaves = leaves - 1, ids = substr(ids, 1, 16) || substr(ids, 33),
                    hashes = substr(hashes, 1, 32) || substr(hashes, 65) where first_leaf = 4""");

        var said = verified();

        assertFound("leaf 6 is missing or not in its place", said);
        assertFound("the leaves are not those that were signed", said);
    }

    @Test
    void entriesThatWereReorderedAreFound() throws Exception {
        journal.force("journal_block", """
                update journal_block set ids = substr(ids, 17, 16) || substr(ids, 1, 16) || substr(ids, 33),
                    hashes = substr(hashes, 33, 32) || substr(hashes, 1, 32) || substr(hashes, 65) where first_leaf = 4""");

        assertFound("the leaves are not those that were signed", verified());
    }

    @Test
    void anEntryThatWasInsertedIntoThePastIsFound() throws Exception {
        journal.change("select make_journal_month(now() - interval '3 hours')"); // on the first day of a month
        journal.change("""
                insert into audit_entry (id, happened_at, actor, action, changes)
                select journal_id_at(m), m, 'eve', 'SIGNED_IN', '{}' from (select now() - interval '3 hours') n (m)""");
        assertFound("an entry has no leaf, and was inserted", verified());

        journal.force(
                "journal_head", "update journal_head set at = at - interval '2 days'"); // the first round of a day
        journal.seal();
        assertFound("was inserted: there was none of its time yet", verified());
    }

    @Test
    void aSecondEntryOfTheSameNameIsFound() throws Exception {
        journal.change("""
                insert into audit_entry select id, happened_at + interval '1 second', 'eve', actor_organization, address, action,
                    organization, subject, subject_version, changes, database_user from audit_entry where id = '%s'""".formatted(entry(5)));

        assertFound("an entry has no leaf, and was inserted", verified());
    }

    @Test
    void aHeadThatSomebodyElseSignedIsFound() throws Exception {
        var forger = SealKey.of(new byte[32]);
        Heads.keep(journal.connection, new TreeHead(10, StoredTree.root(journal.connection, 9), Instant.now()), forger);
        journal.connection.commit();

        assertFound(
                "the leaves are not those that were signed", Exports.verifiedWithoutKey(folder, Exports.of(journal)));
        assertFound("signed by a key that is not known: " + forger.id(), verified());
    }

    @Test
    void aWitnessKnowsThatTheLastEntriesWereTakenAway() throws Exception {
        var witness = folder.resolve("witness");
        Files.write(
                witness,
                Collections.nCopies(2, journal.one("select jws from journal_head order by size desc limit 1")));
        var last = entry(9);
        assertTrue(
                verified(Exports.of(journal), "--witness", witness.toString()).startsWith("0 "));

        journal.force("journal_head", "delete from journal_head where size > 7");
        journal.force("journal_block", "delete from journal_block where first_leaf >= 7");
        journal.force(month(), "delete from " + month() + " where id > '" + entry(6) + "'");

        assertTrue(verified().startsWith("0 "), "nothing but the witness knows " + last);
        assertFound(
                "the witness knows a tree of 10 leaves",
                verified(Exports.of(journal), "--witness", witness.toString()));
    }

    @Test
    void aWitnessKnowsThatThePastWasSignedAnew() throws Exception {
        var witness = folder.resolve("witness");
        Files.write(witness, journal.all("select jws from journal_head order by size"));
        begin(); // the same, with other entries and the true key

        assertTrue(verified().startsWith("0 "));
        assertFound(
                "the witness knows another tree of 4 leaves",
                verified(Exports.of(journal), "--witness", witness.toString()));
    }

    @Test
    void aWitnessThatKnowsNothingIsAProblem() throws Exception {
        var witness = folder.resolve("witness");
        Files.write(witness, List.of());

        assertFound(
                "the witness knows no head of this journal",
                verified(Exports.of(journal), "--witness", witness.toString()));
    }

    @Test
    void aWitnessThatReceivedNothingForLongIsReported() throws Exception {
        var witness = folder.resolve("witness");
        Files.write(witness, journal.all("select jws from journal_head order by size limit 2"));
        var said = verified(Exports.of(journal), "--witness", witness.toString());
        assertTrue(said.startsWith("0 ") && said.contains("Known to the witness up to leaf 7, of "), said);
        assertFalse(said.contains("the witness is behind"), said);

        var later = new TreeHead(
                10, StoredTree.root(journal.connection, 10), Instant.now().plus(Duration.ofHours(5)));
        Heads.keep(journal.connection, later, SealedJournal.KEY);
        journal.connection.commit();

        said = verified(Exports.of(journal), "--witness", witness.toString());
        assertTrue(said.startsWith("0 ") && said.contains("the witness is behind by 5 hours"), said);
    }

    /** Checks that the first head may be that of an empty journal. */
    @Test
    void aWitnessOfAnEmptyJournalIsOneOfWhatFollows() throws Exception {
        journal.empty();
        journal.seal();
        var witness = folder.resolve("witness");
        Files.write(witness, journal.all("select jws from journal_head"));
        var said = verified(Exports.of(journal), "--witness", witness.toString());
        assertTrue(said.startsWith("0 ") && said.contains("Known to the witness up to leaf 0"), said);

        journal.append("one");
        journal.seal();
        Files.write(witness, journal.all("select jws from journal_head order by size"));
        said = verified(Exports.of(journal), "--witness", witness.toString());
        assertTrue(said.startsWith("0 ") && said.contains("Known to the witness up to leaf 1"), said);
    }

    void old(String day) throws SQLException {
        journal.change("select make_journal_month('" + day + "')");
        journal.change("""
                insert into audit_entry (id, happened_at, actor, action, changes)
                select journal_id_at(m), m, 'ada', 'SIGNED_IN', '{}'
                from generate_series(timestamptz '%1$s', timestamptz '%1$s' + interval '2 days', interval '1 day') n (m)""".formatted(day));
    }

    @Test
    void whatRetentionDeletedIsReportedAndIsNoProblem() throws Exception {
        journal.empty();
        old("2018-03-10");
        old("2018-04-10");
        journal.seal();
        assertEquals(6, journal.leaves());

        journal.change("select drop_journal_month('P5Y')");
        journal.seal();
        var said = verified();

        assertTrue(said.startsWith("0 "), said);
        assertTrue(said.contains("supprimées par la durée de conservation): 3"), said);
    }

    @Test
    void aMonthThatWasTakenAwayWithoutAWordIsFound() throws Exception {
        journal.empty();
        old("2018-03-10");
        journal.seal();

        journal.change("drop table audit_entry_2018_03");

        assertFound("3 entries of 2018-03 were removed, and no entry says that so many were dropped", verified());
    }

    /** Records that a month was dropped, as {@code drop_journal_month} does. */
    void sayDropped(String name, long entries, String to) throws SQLException {
        journal.change("""
                call append_to_journal('JOURNAL_DROPPED', 'hubee', null, null, '{"entries": [null, "%d"], "to": [null, "%s"]}', null, '%s',
                    null, gen_random_uuid())""".formatted(entries, to, name));
    }

    @Test
    void aMonthThatEndedLessThanAYearAgoIsNotDropped() throws Exception {
        journal.empty();
        var day = LocalDate.now(ZoneOffset.UTC).minusMonths(2).withDayOfMonth(10);
        var month = "audit_entry_" + day.toString().substring(0, 7).replace('-', '_');
        old(day.toString());
        journal.seal();

        journal.change("drop table " + month);
        sayDropped(month, 3, day + " 00:00:00+00");
        journal.seal();

        var said = verified();
        assertFound("3 entries of " + YearMonth.from(day) + " were removed", said);
        assertFound(month + " was dropped, which explains nothing: at ", said);
    }

    @Test
    void anEntryFromTheFutureDropsNothingYet() throws Exception {
        journal.empty();
        var day = LocalDate.now(ZoneOffset.UTC).minusMonths(2).withDayOfMonth(10);
        var month = "audit_entry_" + day.toString().substring(0, 7).replace('-', '_');
        old(day.toString());
        journal.seal();

        journal.change("drop table " + month);
        journal.change("select make_journal_month(now() + interval '2 years')");
        journal.change("""
                insert into audit_entry (id, happened_at, actor, action, subject, changes)
                select journal_id_at(m), m, 'hubee', 'JOURNAL_DROPPED', '%s', '{"entries": [null, "3"]}'
                from (select now() + interval '2 years') n (m)""".formatted(month));
        journal.seal();

        assertFound("3 entries of " + YearMonth.from(day) + " were removed", verified());
    }

    @Test
    void whatWasThereBeforeTheMonthsLeavesNothingOfItsTime() throws Exception {
        var now = journal.one("select (now() at time zone 'UTC')::text || '+00'");
        journal.force(month(), "delete from " + month() + " where id = '" + entry(5) + "'");
        sayDropped("audit_entry_before", 1, now);
        sayDropped("audit_entry_before", 1, "2018-03-10 12:00:00.5+00");
        journal.seal();

        var said = verified();
        assertFound("1 entries of " + YearMonth.now(ZoneOffset.UTC) + " were removed", said);
        assertTrue(said.contains("leaf 10 says that audit_entry_before was dropped, which explains nothing"), said);
    }

    @Test
    void theIdentifierOfAnEntryThatIsGoneDoesNotMoveItToAnotherMonth() throws Exception {
        journal.empty();
        old("2018-03-10");
        journal.seal();
        journal.append(4);
        journal.seal();
        journal.change("select drop_journal_month('P5Y')");
        journal.seal();
        assertTrue(verified().startsWith("0 "), "nothing was done yet");

        journal.force(month(), "delete from " + month() + " where subject = '2'");
        journal.force("journal_block", """
                update journal_block set ids = substr(ids, 1, 16) || uuid_send(journal_id_at('2012-01-10')) || substr(ids, 33)
                where first_leaf = 3""");

        assertFound("the entry of leaf 4 was removed, and its identifier altered", verified());
    }

    @Test
    void inAJournalThatWasSealedAtOnceNeitherDoesIt() throws Exception {
        journal.empty();
        old("2018-03-10");
        old("2021-03-10");
        journal.seal();
        journal.change("drop table audit_entry_2018_03");
        sayDropped("audit_entry_2018_03", 4, "2018-03-12 00:00:00+00");
        journal.force("audit_entry_2021_03", "delete from audit_entry_2021_03 where happened_at = '2021-03-11'");
        journal.force("journal_block", """
                update journal_block set ids = substr(ids, 1, 64) || uuid_send(journal_id_at('2018-03-13')) || substr(ids, 81)
                where first_leaf = 0""");
        journal.seal();

        assertFound("the entry of leaf 4 was removed, and its identifier altered", verified());
    }

    @Test
    void noMonthIsDroppedBeforeAnOlderOne() throws Exception {
        journal.empty();
        old("2018-03-10");
        old("2018-04-10");
        journal.seal();

        journal.change("drop table audit_entry_2018_04");
        sayDropped("audit_entry_2018_04", 3, "2018-04-12 00:00:00+00");
        journal.seal();

        assertFound("3 entries of 2018-04 were removed", verified());
    }

    @Test
    void noMonthIsDroppedTwice() throws Exception {
        journal.empty();
        old("2018-03-10");
        journal.seal();
        journal.change("select drop_journal_month('P5Y')");
        sayDropped("audit_entry_2018_03", 4, "2018-03-12 00:00:00+00");
        journal.seal();

        assertFound("leaf 4 says that audit_entry_2018_03 was dropped, and so does leaf 3", verified());
    }

    @Test
    void anEntryThatSaysNonsenseOfAMonthStopsNothing() throws Exception {
        sayDropped("audit_entry_before", 1, "yesterday");
        sayDropped("something", 1, "");
        journal.change("""
                call append_to_journal('JOURNAL_DROPPED', 'eve', null, null, '{}', null, null, null, gen_random_uuid())""");
        journal.seal();

        var said = verified();
        assertTrue(
                said.startsWith("0 ") && said.contains("leaf 12 says that a month was dropped, and not which"), said);
    }

    /** V27 left the older entries as one partition, which ends within a month. */
    @Test
    void whatWasThereBeforeTheMonthsIsDroppedAtOnceThenTheRestOfItsLastMonth() throws Exception {
        journal.empty();
        journal.change("create table audit_entry_before (like audit_entry)");
        journal.change(
                "alter table audit_entry attach partition audit_entry_before for values from (minvalue) to ('2018-03-15+00')");
        for (var day : List.of("2018-02-10", "2018-03-10", "2018-03-20", "2018-04-10")) {
            old(day);
        }
        journal.seal();
        for (int months : new int[] {2, 3, 4}) {
            journal.change("select drop_journal_month('P5Y')");
            journal.seal();

            var said = verified();
            assertTrue(said.startsWith("0 ") && said.contains("conservation): " + 3 * months), said);
        }
    }

    @Test
    void nothingYoungerGoesWithWhatWasThereBeforeTheMonths() throws Exception {
        journal.empty();
        old("2018-03-10");
        old("2018-03-20");
        journal.seal();
        journal.force(
                "audit_entry_2018_03",
                "delete from audit_entry_2018_03 where happened_at < '2018-03-13' or happened_at = '2018-03-21'");
        sayDropped("audit_entry_before", 4, "2018-03-12 00:00:00+00");
        journal.seal();

        assertFound("4 entries of 2018-03 were removed", verified());
    }

    @Test
    void theWordOfAMonthIsDroppedWithAMonthThatEndedAYearLater() throws Exception {
        journal.empty();
        old("2012-03-10");
        old("2018-03-10");
        journal.seal();
        journal.change("drop table audit_entry_2012_03");
        journal.change("select drop_journal_month('P5Y')");
        journal.seal();
        var said = verified();
        assertTrue(said.startsWith("0 ") && said.contains("conservation): 6"), said);

        journal.empty();
        old("2018-02-10");
        old("2018-03-10");
        journal.seal();
        journal.change("drop table audit_entry_2018_02");
        journal.change("select drop_journal_month('P5Y')");
        journal.seal();
        assertFound("3 entries of 2018-02 were removed, and no entry says", verified());
    }

    /** Checks an entry whose transaction ended when the next month had begun. */
    @Test
    void whatWasSealedALittleLateGoesWithItsMonth() throws Exception {
        journal.empty();
        journal.change("select make_journal_month('2018-03-10'), make_journal_month('2018-04-10')");
        for (var moment : List.of("2018-04-01 00:10:00+00", "2018-03-31 23:55:00+00")) {
            journal.change("update journal_sealing set since = null");
            journal.change("""
                    insert into audit_entry (id, happened_at, actor, action, changes)
                    select journal_id_at(m), m, 'ada', 'SIGNED_IN', '{}' from (select timestamptz '%s') n (m)""".formatted(moment));
            journal.sealStrictly();
        }
        journal.seal();
        journal.change("select drop_journal_month('P5Y')");
        journal.seal();

        var said = verified();
        assertTrue(said.startsWith("0 ") && said.contains("conservation): 1"), said);
    }

    EntryProof proof(int number) throws SQLException {
        var leaf = Leaves.of(journal.connection, UUID.fromString(entry(number))).orElseThrow();
        var content = new EntryBytes(journal.connection)
                .of(List.of(leaf.entry()))
                .get(leaf.entry())
                .get(0);
        return new EntryProof(
                leaf.entry(),
                Base64.getEncoder().encodeToString(content),
                leaf.number(),
                leaf.hash(),
                journal.one("select jws from journal_head where size = 10"),
                null,
                StoredTree.read(journal.connection, tree -> Proofs.inclusion(tree, leaf.number(), 10)),
                Heads.keys(journal.connection));
    }

    @Test
    void anEntryIsProvenAloneUnlessItWasAltered() throws Exception {
        var said = verified(List.of(proof(5).toJson()));
        assertTrue(said.startsWith("0 Leaf 5 of 10") && said.contains("Proven: " + entry(5)), said);

        journal.force(month(), "update " + month() + " set actor = 'eve' where id = '" + entry(5) + "'");
        assertFound("the entry was altered since it was sealed", verified(List.of(proof(5).toJson())));
    }

    @Test
    void theProofOfOneEntryIsNotThatOfAnother() throws Exception {
        var one = proof(5);
        var other = proof(6);
        var forged = new EntryProof(
                other.entry(), other.content(), one.leaf(), other.hash(), one.head(), null, one.path(), one.keys());

        assertFound("the leaf is not in the tree", verified(List.of(forged.toJson())));
        assertFound(
                "signed by a key that is not known",
                Exports.verifiedWithoutKey(folder, List.of(one.toJson()), "--key", "another"));
    }

    @Test
    void aHeadIsProvenToBeTheBeginningOfAnother() throws Exception {
        var heads = journal.all("select jws from journal_head order by size");
        var path = StoredTree.read(journal.connection, tree -> Proofs.consistency(tree, 4, 10));
        var keys = Heads.keys(journal.connection);

        var proof = new TreeConsistency(heads.get(0), heads.get(2), path, keys);
        assertTrue(verified(List.of(proof.toJson())).startsWith("0 Proven: the 4 leaves of "));
        var forged = new TreeConsistency(heads.get(1), heads.get(2), path, keys);
        assertFound("is not the beginning of", verified(List.of(forged.toJson())));
    }

    @Test
    void aFileThatWasCutIsFound() throws Exception {
        var lines = Exports.of(journal);

        assertFound("the file ends too early", verified(lines.subList(0, lines.size() - 1)));
    }

    @Test
    void linesThatWereExchangedAreFound() throws Exception {
        var lines = new ArrayList<>(Exports.of(journal));
        int leaf = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("leaf 5 "))
                .findFirst()
                .orElseThrow());
        Collections.swap(lines, leaf, leaf + 1);

        assertFound("leaf 5 is missing or not in its place", verified(lines));
    }
}
