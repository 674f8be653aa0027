package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.OrganizationField.BRANCH_CODE;
import static fr.hubee.directory.organization.OrganizationField.CODE;
import static fr.hubee.directory.organization.OrganizationField.COMPANY_REGISTER;
import static fr.hubee.directory.organization.OrganizationField.COUNTRY;
import static fr.hubee.directory.organization.OrganizationField.EMAIL;
import static fr.hubee.directory.organization.OrganizationField.NAME;
import static fr.hubee.directory.organization.OrganizationField.PHONE_NUMBER;
import static fr.hubee.directory.organization.OrganizationField.POPULATION;
import static fr.hubee.directory.organization.OrganizationField.POSTAL_CODE;
import static fr.hubee.directory.organization.OrganizationField.STATUS;
import static fr.hubee.directory.organization.OrganizationField.TERRITORY;
import static fr.hubee.directory.organization.OrganizationField.TYPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganizationFormTest {
    static final OrganizationDetails KNOWN = new OrganizationDetails(
            "Pontcarré", null, "France", "77135", "Pontcarré", "mairie@pontcarre.fr", "0160000000", "Actif", 2_100);

    static Map<OrganizationField, String> typed() {
        var typed = new EnumMap<OrganizationField, String>(OrganizationField.class);
        typed.put(TYPE, "SI");
        typed.put(COMPANY_REGISTER, "21770372000011");
        typed.put(BRANCH_CODE, "77372");
        typed.put(NAME, "Commune de Pontcarré");
        typed.put(POSTAL_CODE, "77135");
        typed.put(TERRITORY, "Pontcarré");
        return typed;
    }

    static OrganizationForm with(OrganizationField field, String text) {
        var typed = typed();
        typed.put(field, text);
        return new OrganizationForm(typed);
    }

    static void assertTaken(OrganizationField field, String text) {
        assertEquals(List.of(), with(field, text).problems(), text);
    }

    static void assertRefused(OrganizationField field, String text) {
        var fields =
                with(field, text).problems().stream().map(FieldProblem::field).toList();
        assertEquals(List.of(field), fields, text);
    }

    @Test
    void aNewOneNeedsItsKeyItsNameItsPostalCodeAndItsTerritory() {
        assertEquals(List.of(), new OrganizationForm(typed()).problems());

        var fields = new OrganizationForm(Map.of())
                .problems().stream().map(FieldProblem::field).toList();

        assertEquals(List.of(TYPE, COMPANY_REGISTER, BRANCH_CODE, NAME, POSTAL_CODE, TERRITORY), fields);
    }

    @Test
    void allThatIsWrongIsReportedAtOnce() {
        var typed = typed();
        typed.put(COMPANY_REGISTER, "21770372000012");
        typed.put(EMAIL, "mairie@pontcarre");
        typed.put(PHONE_NUMBER, "12");
        var form = new OrganizationForm(typed);

        assertEquals(3, form.problems().size());
        var refused = assertThrows(InvalidRequest.class, form::create);
        for (var problem : form.problems()) {
            assertTrue(refused.getMessage().contains(problem.sentence()));
            assertTrue(problem.sentence().endsWith("."), problem.sentence());
        }
    }

    @Test
    void theSiretIsHeldToItsKey() {
        assertTaken(COMPANY_REGISTER, "217 703 720 00011");
        assertRefused(COMPANY_REGISTER, "21770372000012");
    }

    @Test
    void aBranchCodeMayHoldDashes() {
        assertTaken(BRANCH_CODE, "2A004");
        assertTaken(BRANCH_CODE, "2A-04_b");
        assertRefused(BRANCH_CODE, "77372000000");
        assertRefused(BRANCH_CODE, "77 372");
        assertRefused(BRANCH_CODE, "guérande");
    }

    @Test
    void aPopulationIsAWholeNumberThatIsKeptUntilItIsErased() {
        assertEquals(1_250, with(POPULATION, "1\u202f250").create().population());
        assertRefused(POPULATION, "1,25");
        assertRefused(POPULATION, "-3");
        assertRefused(POPULATION, "1234567890");
        assertEquals(
                2_100, new OrganizationForm(Map.of(NAME, "Autre")).change(KNOWN).population());
        assertNull(new OrganizationForm(Map.of(POPULATION, "")).change(KNOWN).population());
        assertEquals(
                "2100",
                OrganizationForm.of(with(NAME, "x").key(), KNOWN).values().get(POPULATION));
    }

    @Test
    void aTypeIsOneOfFour() {
        assertTaken(TYPE, "edt ");
        assertRefused(TYPE, "MAIRIE");
    }

    @Test
    void textsHaveTheLengthsOfTheContract() {
        assertTaken(NAME, "é".repeat(100));
        assertRefused(NAME, "é".repeat(101));
        assertTaken(CODE, "DILA");
        assertRefused(CODE, "DIRECTION-X");
        assertTaken(TERRITORY, "x".repeat(255));
        assertRefused(TERRITORY, "x".repeat(256));
    }

    @Test
    void whatNobodySeesIsRefused() {
        assertRefused(NAME, "Pont\u0000carré");
        assertRefused(NAME, "Pont\u200Bcarré");
        assertRefused(NAME, "Pont\nCarré");
        assertRefused(NAME, "Pontcarr\uFFFD");
    }

    @Test
    void aFrenchPostalCodeHasFiveDigits() {
        assertTaken(POSTAL_CODE, "01000");
        assertRefused(POSTAL_CODE, "7713");
        assertRefused(POSTAL_CODE, "2A000");
        assertTrue(with(POSTAL_CODE, "1000").problems().get(0).sentence().contains("effacé le 0"));
    }

    @Test
    void elsewhereAPostalCodeIsAsItIs() {
        var typed = typed();
        typed.put(COUNTRY, "Belgique");
        typed.put(POSTAL_CODE, "1000");
        assertEquals(List.of(), new OrganizationForm(typed).problems());

        typed.put(COUNTRY, "france");
        assertFalse(new OrganizationForm(typed).problems().isEmpty());
    }

    @Test
    void anEmailIsOneThatCanBeWrittenTo() {
        assertTaken(EMAIL, "");
        assertTaken(EMAIL, "mairie.de-pontcarre+hubee@pont-carre.collectivite.fr");
        for (var wrong : List.of(
                "mairie",
                "mairie@",
                "@pontcarre.fr",
                "mairie@pontcarre",
                "ma irie@pontcarre.fr",
                "mairie@pontcarré.fr",
                "mairie@@pontcarre.fr",
                "mairie..x@pontcarre.fr",
                ".mairie@pontcarre.fr",
                "mairie@-pontcarre.fr",
                "mаirie@pontcarre.fr",
                "a@b.fr, c@d.fr",
                "x".repeat(65) + "@pontcarre.fr",
                "a@" + "pontcarre.".repeat(40) + "fr")) {
            assertRefused(EMAIL, wrong);
        }
    }

    @Test
    void aPhoneNumberIsWrittenAsPeopleWriteIt() {
        assertTaken(PHONE_NUMBER, "01 60.00-00 00");
        assertTaken(PHONE_NUMBER, "+33 (0)1 60 00 00 00");
        assertRefused(PHONE_NUMBER, "0160");
        assertRefused(PHONE_NUMBER, "01 60 00 00 00 poste 2");
        assertEquals(
                "0160000000", with(PHONE_NUMBER, "01 60.00-00 00").over(null).phoneNumber());
    }

    @Test
    void aStatusIsActifOrInactif() {
        assertTaken(STATUS, "inactif");
        assertRefused(STATUS, "Fermé");
        assertEquals("Inactif", with(STATUS, " INACTIF").over(null).status());
        assertEquals("Actif", with(STATUS, "").over(null).status());
    }

    @Test
    void aChangeLooksOnlyAtWhatIsAskedFor() {
        var strange = new OrganizationDetails("Pontcarré", null, "France", "?", "?", null, null, "Actif", null);
        var form = new OrganizationForm(Map.of(NAME, "Pontcarré-Neuf"));

        assertEquals(List.of(), form.problemsOfChange(strange));
        assertEquals("Pontcarré-Neuf", form.over(strange).name());
        assertEquals("?", form.over(strange).postalCode());
    }

    @Test
    void aChangeKeepsAKeyThatOnlyTheApiWouldTake() {
        var form = with(COMPANY_REGISTER, "12345678901234");

        assertEquals(List.of(), form.problemsOfChange(KNOWN));
    }

    @Test
    void anEmptyFieldErasesWhatIsKnownButNeverWhatIsRequired() {
        assertEquals(null, with(EMAIL, " ").over(KNOWN).email());
        assertEquals("Actif", with(STATUS, " ").over(KNOWN).status());
        assertEquals(
                List.of(NAME),
                new OrganizationForm(Map.of(NAME, " "))
                        .problemsOfChange(KNOWN).stream()
                                .map(FieldProblem::field)
                                .toList());
    }

    @Test
    void accentsAreOneCharacterHoweverTheyWereTyped() {
        assertEquals("Pontcarré", with(NAME, "Pontcarre\u0301").over(null).name());
    }

    @Test
    void aPostalCodeOfAnotherCountryHasLettersDigitsSpacesAndDashes() {
        assertEquals(Optional.empty(), OrganizationField.POSTAL_CODE.problem("L-1009", "Luxembourg"));
        assertTrue(OrganizationField.POSTAL_CODE.problem("#?", "Luxembourg").isPresent());
    }
}
