package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** §5.10: two communes merge; the cases of the one go to the other. */
class MigrationIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    @Test
    void theCasesOfAMergedCommuneGoToItsSuccessor() {
        var rochelande = Partner.of("demo-rochelande");
        var deposit = Deposit.complete(dila, "99103");
        deposit.move(rochelande, "SENT");
        var migration = """
                {"organizationSource": %s, "organizationTarget": %s}""".formatted(Deposit.town("99103"), Deposit.town(Deposit.TOWN));

        // nobody pulls the cases of somebody else
        town.put("/cases/migrate", migration).expect(403);
        dila.put("/cases/migrate", migration).expect(403);

        var moved = rochelande.put("/cases/migrate", migration);
        assertTrue(moved.json().path("caseUpdated").asInt() >= 1, moved::toString);

        // the successor reads the case, its history and its notification; the merged commune no longer does
        assertEquals("99101", town.get(deposit.casePath()).field("recipient/branchCode"));
        assertEquals("99101", town.get(deposit.casePath()).field("events/0/transmitter/branchCode"));
        assertNotNull(town.notificationOf(deposit.caseId()));
        rochelande.get(deposit.casePath()).expect(403);
    }

    @Test
    void anUnknownOrganizationIsNotFound() {
        var migration = """
                {"organizationSource": %s, "organizationTarget": %s}""".formatted(
                        Deposit.town(Deposit.TOWN), Deposit.town("99103").replace("99000103400018", "99999999999999"));

        assertEquals(
                "Organization is not found",
                town.put("/cases/migrate", migration).error());
    }
}
