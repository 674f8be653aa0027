package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Checks that a change that waited for another change of the same folder sees its result. */
class WaitingChangesIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void aCaseThatWasArchivedMeanwhileTakesNoEvent() throws SQLException {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        var answer = whileChanged(
                deposit,
                () -> deposit.move(town, "DONE"),
                "update cases set status = 'ARCHIVED', archived_at = now(), version = version + 1 where id = ?",
                deposit.theCase());

        assertEquals("Case is archived", answer.error());
    }

    @Test
    void aFileThatWasReceivedInAFolderCompletedMeanwhileIsNotReplaced() throws SQLException {
        var deposit = Deposit.announce(dila, Deposit.TOWN);

        var answer = whileChanged(
                deposit,
                () -> dila.upload(deposit.attachmentPath(), Deposit.REQUEST),
                "update attachment set status = 'RECEIVED', blob_key = 'x', sha256 = 'y' where id = ?",
                deposit.file());

        assertEquals("Attachment is already received", answer.error());
        Database.change("delete from folder where id = ?", folder(deposit)); // the store has no such bytes
    }

    /** Sends the request while the folder is being completed; something else has changed, too. */
    static Answer whileChanged(Deposit deposit, Supplier<Answer> request, String change, UUID id) throws SQLException {
        try (var other = Database.connect()) {
            other.setAutoCommit(false);
            run(other, "update folder set completed_at = now(), version = version + 1 where id = ?", folder(deposit));
            run(other, change, id);
            var answer = CompletableFuture.supplyAsync(request);
            while (waitFor(other) == 0) {
                assertFalse(answer.isDone(), "it did not wait");
            }
            other.commit();
            return answer.join();
        }
    }

    static UUID folder(Deposit deposit) {
        return UUID.fromString(deposit.folder().path("id").asText());
    }

    private static void run(Connection connection, String statement, UUID id) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, id);
            prepared.execute();
        }
    }

    /** Returns how many wait for this connection. */
    private static int waitFor(Connection other) throws SQLException {
        return Database.count(
                "pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                other.unwrap(PGConnection.class).getBackendPID());
    }
}
