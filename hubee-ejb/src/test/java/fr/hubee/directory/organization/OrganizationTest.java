package fr.hubee.directory.organization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrganizationTest {
    static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "2A-04");

    @Test
    void itsKeyIsReadAsItIsWritten() {
        assertEquals(Optional.of(TOWN), OrganizationKey.parse(TOWN.toString()));
        assertEquals(Optional.empty(), OrganizationKey.parse("XX-99000101800011-99101"));
        assertEquals(Optional.empty(), OrganizationKey.parse("SI-9900010180001-99101"));
        assertEquals(Optional.empty(), OrganizationKey.parse("SI-99000101800011-"));
    }

    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final OrganizationDetails DETAILS = new OrganizationDetails(
            "Ajaccio", "AJ", "France", "20000", "Ajaccio", "mairie@ajaccio.fr", "0495000000", "Actif", 73_000);

    @Test
    void anOrganisationKeepsItsKeyAndTakesNewDetailsWhole() {
        var organization = new Organization(TOWN, DETAILS, NOON);
        assertEquals(DETAILS, organization.details());

        var others = new OrganizationDetails("Bastia", null, null, "20200", "Bastia", null, null, "Inactif", null);
        organization.change(others, NOON);

        assertEquals(others, organization.details());
        assertEquals(TOWN, organization.key());
    }

    @Test
    void anOrganisationIsActiveInAnyCaseOfTheWordAndNotByAnother() {
        assertTrue(DETAILS.isActive());
        assertTrue(DETAILS.withStatus("ACTIF").isActive());
        assertFalse(DETAILS.withStatus("Inactif").isActive());
        assertFalse(DETAILS.withStatus(null).isActive());
    }

    @Test
    void anotherStatusOrPopulationLeavesTheOtherDetails() {
        assertEquals(DETAILS, DETAILS.withStatus("Inactif").withStatus("Actif"));
        assertEquals(DETAILS, DETAILS.withPopulation(1).withPopulation(73_000));
        assertEquals(1, DETAILS.withPopulation(1).population());
    }

    @Test
    void theWordsOfTheContractSortByTheirColumn() {
        assertEquals("branche_code", OrganizationColumn.BRANCHE_CODE.toString());
        assertEquals("o.key.branchCode", OrganizationColumn.BRANCHE_CODE.path());
    }

    @Test
    void peopleReadNamesAndTerritoriesInTheOrderOfFrench() {
        assertEquals(FrenchOrder.of("o.name"), OrganizationColumn.NAME.frenchPath());
        assertEquals(FrenchOrder.of("o.territory"), OrganizationColumn.TERRITORY.frenchPath());
        assertEquals("o.postalCode", OrganizationColumn.POSTAL_CODE.frenchPath());
    }

    @Test
    void aFileIsKeptUnderAHarmlessNameUntilItIsImported() {
        var file = new OrganizationFile("ada@example.org");
        var id = UUID.fromString("00000000-0000-7000-8000-000000000001");
        byte[] bytes = {1, 2};

        file.keep(id, " \u0000communes\n.csv ", bytes, NOON);

        assertEquals(id, file.id());
        assertEquals("communes.csv", file.fileName());
        assertArrayEquals(bytes, file.content());
        assertNull(file.report());

        file.isImported("Ligne;Organisation");

        assertNull(file.content());
        assertEquals("Ligne;Organisation", file.report());
    }

    @Test
    void aFileWithoutANameHasAnEmptyOneAndALongNameIsCut() {
        var file = new OrganizationFile("ada@example.org");

        file.keep(null, null, new byte[0], NOON);
        assertEquals("", file.fileName());

        file.keep(null, "a".repeat(201), new byte[0], NOON);
        assertEquals("a".repeat(200), file.fileName());
    }

    @Test
    void aSearchWithoutATextHasNoCondition() {
        assertEquals("", where(null, null));
        assertEquals("", where(" ", null));
        assertEquals(" where lower(o.status) = lower(:status)", where(null, "Actif"));
        assertTrue(where("Ajaccio", null).contains("like concat(:text"));
    }

    private static String where(String text, String status) {
        return search(text, status).conditions().where();
    }

    @Test
    void aSearchIsForANumberWithoutSpacesOrForLettersWithoutAccents() {
        assertEquals("2177037", search("21 770 37", null).wanted());
        assertEquals("saint-etienne", search(" Saint-Étienne ", null).wanted());
        assertEquals("100!%", search("100%", null).wanted());
    }

    private static OrganizationSearch search(String text, String status) {
        return new OrganizationSearch(text, null, status, OrganizationColumn.NAME, false, 0, 10);
    }
}
