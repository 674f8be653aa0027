package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.2: an operator deposits a folder for two town halls. */
class DepositIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");
    final Partner otherTown = Partner.of("demo-clairmont-etatcivil");

    @Test
    void anOperatorDepositsAFolderForTwoTowns() {
        // the operator announces the folder: nothing has come yet, and nobody is told
        var deposit = Deposit.announce(dila, Deposit.TOWN, Deposit.OTHER_TOWN);
        assertEquals("HUBEE_RECEIVED", deposit.folder().path("globalStatus").asText());
        assertEquals("PENDING", deposit.folder().at("/attachments/0/status").asText());
        town.get(deposit.casePath()).expect(404);

        // the operator sends the bytes, and checks that they have come
        deposit.upload();
        assertEquals("RECEIVED", dila.get(deposit.path()).field("attachments/0/status"));
        assertNull(town.notificationOf(deposit.caseId(0)));

        // the operator completes the folder: both towns are told, each of its own case
        deposit.complete();
        assertEquals("HUBEE_NOTIFIED", deposit.status());
        assertNotNull(town.notificationOf(deposit.caseId(0)));
        assertNull(town.notificationOf(deposit.caseId(1)));
        assertNotNull(otherTown.notificationOf(deposit.caseId(1)));
        otherTown.get("/cases/" + deposit.caseId(0)).expect(403);
    }

    @Test
    void anOperatorTakesBackWhatItHasNotCompleted() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();

        dila.delete(deposit.path()).expect(204);

        assertEquals("Folder is not found", dila.get(deposit.path()).error());
    }

    @Test
    void whatIsCompleteIsNotTakenBack() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        dila.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_RECEIVED\"}").expect(400);
        dila.delete(deposit.path()).expect(400);
        town.get(deposit.casePath()).expect(200);
    }

    @Test
    void aDepositOfTheAdministratorBelongsToTheOperator() {
        var deposit = Deposit.complete(Partner.of("demo-admin"), Deposit.TOWN);
        deposit.move(town, "DONE");

        assertEquals("DONE", dila.get(deposit.path()).field("globalStatus"));
        assertNotNull(dila.notificationOf(deposit.caseId()));
    }

    @Test
    void completingTwiceTellsOnce() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var notification = town.notificationOf(deposit.caseId());
        town.acknowledge(notification).expect(204);

        deposit.complete();

        assertNull(town.notificationOf(deposit.caseId()));
    }
}
