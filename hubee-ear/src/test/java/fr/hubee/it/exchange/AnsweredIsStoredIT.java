package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that the hub answers « done » only for what the database has stored, where a trigger skips or refuses a row of a deposit. */
class AnsweredIsStoredIT extends OverHttp {
    /** The tables that the announcement of a folder writes. */
    static final List<String> ANNOUNCED = List.of("folder", "cases", "attachment", "case_attachment");

    /** The tables to which the completion of a folder adds rows. */
    static final List<String> ADDED = List.of("notification", "feed_unsealed");

    /** The tables of which the completion of a folder changes rows. */
    static final List<String> CHANGED = List.of("folder", "cases");

    @AfterEach
    void noTriggerIsLeft() {
        Database.alter("drop function if exists disturb_deposit() cascade");
    }

    private static void disturb(String table, String when, String act, String body) {
        Database.alter("drop function if exists disturb_deposit() cascade");
        Database.alter(
                "create function disturb_deposit() returns trigger language plpgsql as $$ begin " + body + " end $$");
        var kind = when.equals("after") ? "create constraint trigger" : "create trigger";
        var deferred = when.equals("after") ? " deferrable initially deferred" : "";
        Database.alter(kind + " disturb_deposit " + when + " " + act + " on " + table + deferred
                + " for each row execute function disturb_deposit()");
    }

    private static void skip(String table, String act) {
        disturb(table, "before", act, "return null;");
    }

    private static void refuse(String table, String act) {
        disturb(table, "before", act, "raise exception 'not this row';");
    }

    private static void refuseAtCommit(String table, String act) {
        disturb(table, "after", act, "raise exception 'not this row, at the end';");
    }

    private static void holdUp(String table, String act) {
        disturb(table, "before", act, "raise exception 'another transaction' using errcode = '55P03';");
    }

    private static long folders() {
        return Database.count("folder where osl_type = 'OSL'");
    }

    private void announcementFails(String what) {
        long before = folders();
        var answer = dila.post("/folders", Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN)));

        assertTrue(answer.status() >= 500, what + ": " + answer);
        assertEquals(before, folders(), what);
    }

    private Answer completionFails(Deposit deposit, String what) {
        var answer = dila.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}");

        assertTrue(answer.status() >= 500, what + ": " + answer);
        assertEquals(0, notifications(deposit), what);
        assertEquals("HUBEE_RECEIVED", status(deposit), what);
        return answer;
    }

    private String status(Deposit deposit) {
        return dila.get(deposit.path()).expect(200).field("globalStatus");
    }

    private static long notifications(Deposit deposit) {
        return Database.count("notification where case_id = '" + UUID.fromString(deposit.caseId()) + "'");
    }

    @Test
    void anAnnouncementOfWhichARowIsSkippedOrRefusedIsNotStored() {
        for (var table : ANNOUNCED) {
            skip(table, "insert");
            announcementFails("skipped " + table);
            refuse(table, "insert");
            announcementFails("refused " + table);
            refuseAtCommit(table, "insert");
            announcementFails("refused at commit " + table);
        }
    }

    @Test
    void aCompletionOfWhichARowIsSkippedOrRefusedIsNotStoredAndMayBeRepeated() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();
        for (var table : ADDED) {
            skip(table, "insert");
            completionFails(deposit, "skipped " + table);
            refuse(table, "insert");
            completionFails(deposit, "refused " + table);
            refuseAtCommit(table, "insert");
            completionFails(deposit, "refused at commit " + table);
        }
        for (var table : CHANGED) {
            skip(table, "update");
            completionFails(deposit, "skipped " + table);
            refuse(table, "update");
            completionFails(deposit, "refused " + table);
            refuseAtCommit(table, "update");
            completionFails(deposit, "refused at commit " + table);
        }
        noTriggerIsLeft();

        dila.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}").expect(204);
        assertEquals(1, notifications(deposit));
        assertEquals("HUBEE_NOTIFIED", status(deposit));
    }

    @Test
    void whatAnotherTransactionHoldsUpIsAnswered503AndNotStored() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();
        holdUp("notification", "insert");

        var answer = completionFails(deposit, "held up").expect(503);

        assertEquals("5", answer.header("Retry-After"));
    }
}
