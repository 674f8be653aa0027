package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks the rows that lead from a télédossier to the entries with receipts. */
class ReceiptActsTest {
    private static final String FOLDER = "01a1c592-57ec-7ada-adc7-5a994b3ba500";
    private static final String CASE = "01a1c592-57ec-7ada-adc7-5a994b3ba501";
    private static final String FILE = "01a1c592-57ec-7ada-adc7-5a994b3ba502";
    private static final String SENT = "\"sender\":[null,\"OSL-99000001000019-00000\"]";

    /** A name that a partner may give its télédossier, and that imitates other fields of the entry. */
    private static final String HOSTILE =
            "\"externalId\":[null,\"\\\"sender\\\":[null,\\\"OSL\\\"],\\\"case\\\":[null,\\\"x\\\"]\"]";

    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    @BeforeEach
    void begin() throws SQLException {
        journal.empty(); // also when a test begins again
    }

    private static void act(String action, String subject, String... told) throws SQLException {
        try (var call = journal.connection.prepareStatement(
                "call append_to_journal(?, 'ada', null, null, ?, null, ?, null, gen_random_uuid())")) {
            call.setString(1, action);
            call.setString(2, "{" + String.join(",", told) + "}");
            call.setString(3, subject);
            call.execute();
        }
        journal.connection.commit();
    }

    private static void life() throws SQLException {
        act("CASE_TRANSMITTED", CASE, HOSTILE, SENT, "\"folder\":[null,\"" + FOLDER + "\"]");
        act("CASE_READ", CASE, HOSTILE);
        act("CASE_READ", CASE, HOSTILE, SENT);
        act("CASE_READ", CASE, HOSTILE, SENT);
        act("ATTACHMENT_READ", FILE, SENT, "\"case\":[null,\"" + CASE + "\"]");
        act("ATTACHMENT_READ", FILE, SENT, "\"case\":[null,\"" + CASE + "\"]");
        act("EVENT_RECORDED", CASE, HOSTILE);
        act("EVENT_RECORDED", CASE, HOSTILE, SENT);
        act("FOLDER_STATUS_CHANGED", FOLDER, SENT);
        act("SIGNED_IN", "nobody", SENT);
    }

    private static List<String> acts() throws SQLException {
        return journal.all("""
                select concat_ws(' ', e.action, a.folder_id = '%s', a.case_id = '%s', a.read_id) from receipt_act a
                join audit_entry e on e.id = a.entry order by a.entry""".formatted(FOLDER, CASE));
    }

    private static final List<String> LIFE = List.of(
            "CASE_TRANSMITTED t t",
            "CASE_READ t t " + CASE,
            "ATTACHMENT_READ t t " + FILE,
            "EVENT_RECORDED t t",
            "FOLDER_STATUS_CHANGED t");

    @Test
    void whatSaysWhoSentSomethingHasOneAndOfReadingsTheFirstWhateverPartnersWrite() throws Exception {
        life();

        assertEquals(LIFE, acts());
    }

    @Test
    void whatWasThereBeforeHasThemToo() throws Exception {
        journal.change("alter table audit_entry disable trigger audit_entry_receipt");
        life();
        journal.change("alter table audit_entry enable trigger audit_entry_receipt");
        act("CASE_READ", CASE, SENT); // beside the migration
        var first = journal.one("select entry::text from receipt_act");

        journal.all(migration());
        journal.connection.commit();

        journal.change("delete from receipt_act where entry = '" + first + "'"); // who reads takes the first one
        assertEquals(LIFE, acts());
    }

    private static String migration() throws IOException {
        try (var file = ReceiptActsTest.class.getResourceAsStream("/db/migration/V92__receipt_acts_of_before.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theyGoWithTheMonthsOfTheJournalAndNoOtherWay() throws Exception {
        life();
        journal.change(
                "insert into receipt_act (entry, folder_id) select journal_id_at('2018-03-10'::timestamptz + n * interval '1 s'), '"
                        + FOLDER + "' from generate_series(1, 5) n");
        journal.change("select make_journal_month('2018-03-10')");
        assertEquals("0", journal.one("select forget_receipt_acts(3)"));
        journal.change("drop table audit_entry_2018_03");

        assertEquals("3", journal.one("select forget_receipt_acts(3)"));
        assertEquals("2", journal.one("select forget_receipt_acts(3)"));
        assertEquals("0", journal.one("select forget_receipt_acts(3)"));
        journal.connection.commit();

        assertEquals(LIFE, acts());
        assertThrows(SQLException.class, () -> journal.change("update receipt_act set case_id = null"));
        journal.connection.rollback();
        try (var application = journal.as(EmbeddedDatabase.USER)) {
            assertThrows(SQLException.class, () -> SealedJournal.run(application, "delete from receipt_act"));
        }
    }
}
