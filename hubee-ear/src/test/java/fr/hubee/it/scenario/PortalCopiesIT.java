package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.11: a portal that keeps copies learns which ones it may purge. */
class PortalCopiesIT extends OverHttp {
    final Partner dila = Partner.of("demo-dila");
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void copiesOfClosedCasesMayGoAndAreConfirmed() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        assertFalse(town.get("/attachmentsIdsForPurge").text().contains(deposit.caseId()));
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}");

        var copy = """
                {"folder_attachment_id":"%s","case_id":"%s"}""".formatted(deposit.attachmentId(), deposit.caseId());
        assertTrue(town.get("/attachmentsIdsForPurge").text().contains(copy));
        assertFalse(Partner.of("demo-clairmont-etatcivil")
                .get("/attachmentsIdsForPurge")
                .text()
                .contains(deposit.caseId()));

        assertEquals(
                403,
                Partner.of("demo-clairmont-etatcivil")
                        .put("/idsPurged", "[" + copy + "]")
                        .status());
        assertEquals(204, town.put("/idsPurged", "[" + copy + "]").status());
        assertFalse(town.get("/attachmentsIdsForPurge").text().contains(deposit.caseId()));
    }
}
