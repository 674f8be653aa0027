package fr.hubee.it.scenario;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.11: a portal that keeps copies learns which ones it may purge. */
class PortalCopiesIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void copiesOfClosedCasesMayGoAndAreConfirmed() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        town.get("/attachmentsIdsForPurge").hides(deposit.caseId());
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}");

        var copy = """
                {"folder_attachment_id":"%s","case_id":"%s"}""".formatted(deposit.attachmentId(), deposit.caseId());
        town.get("/attachmentsIdsForPurge").shows(copy);
        Partner.of("demo-clairmont-etatcivil").get("/attachmentsIdsForPurge").hides(deposit.caseId());

        Partner.of("demo-clairmont-etatcivil")
                .put("/idsPurged", "[" + copy + "]")
                .expect(403);
        town.put("/idsPurged", "[" + copy + "]").expect(204);
        town.get("/attachmentsIdsForPurge").hides(deposit.caseId());
    }
}
