package fr.hubee.directory.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiretTest {

    private static String problem(String typed) {
        return Siret.problem(Siret.tidy(typed)).orElse("");
    }

    @Test
    void numbersWithTheirKeyAreRight() {
        for (var number : List.of(
                "21770372000011",
                "21380544000012",
                "22000001000227",
                "88123456700017",
                "99900010100017",
                "05321456700074")) {
            assertEquals("", problem(number), number);
        }
    }

    @Test
    void peoplePutSpacesIntoIt() {
        assertEquals("", problem(" 217 703 720 00011 "));
        assertEquals("", problem("217\u00A0703\u202F720 00011"));
    }

    @Test
    void oneWrongDigitIsSeenWhereverItIs() {
        var right = "21770372000011";
        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
            var wrong = right.substring(0, i) + other + right.substring(i + 1);
            assertTrue(problem(wrong).contains("la clé"), wrong);
        }
    }

    @Test
    void twoDigitsThatChangedPlacesAreSeen() {
        assertTrue(problem("12770372000011").contains("la clé"));
    }

    @Test
    void theEstablishmentsOfLaPosteHaveAKeyOfTheirOwn() {
        assertEquals("", problem("35600000001235"));
        assertTrue(problem("35600000012345").contains("la clé"));
        assertTrue(problem("35600100001004").contains("la clé"), "the exception is La Poste's alone");
    }

    @Test
    void theHeadOfficeOfLaPosteHasTheKeyOfEverybody() {
        assertEquals("", problem("35600000000048"));
    }

    @Test
    void whatIsWrongIsReported() {
        assertEquals("Indiquez le SIRET.", problem("  "));
        assertEquals("Un SIRET ne contient que des chiffres : corrigez « 2177037A000013 ».", problem("2177037A000013"));
        assertEquals("Un SIRET compte 14 chiffres : celui-ci en compte 13.", problem("2177037200001"));
        assertEquals("Un SIRET compte 14 chiffres : celui-ci en compte 15.", problem("217703720000111"));
        assertEquals(
                "Ce numéro de 9 chiffres est un SIREN : ajoutez les 5 chiffres de l’établissement.",
                problem("217703720"));
        assertTrue(problem("2,1770E+13").startsWith("Un tableur a abrégé ce SIRET en « 2,1770E+13 »"));
    }

    @Test
    void digitsOfOtherAlphabetsAreNone() {
        assertTrue(problem("٢١٧٧٠٣٧٢٠٠٠٠١٣").startsWith("Un SIRET ne contient que des chiffres"));
    }

    @Test
    void nobodyHasNothingButZeros() {
        assertTrue(problem("00000000000000").contains("la clé"));
    }

    @Test
    void aLongTextIsNotRepeatedWhole() {
        assertTrue(problem("x".repeat(5000)).length() < 120);
    }

    @Test
    void aWrongOneIsNeverMade() {
        assertEquals("21770372000011", new Siret("21770372000011").toString());
        assertThrows(IllegalArgumentException.class, () -> new Siret("2177037200001"));
        assertEquals(Optional.empty(), Siret.problem("21770372000011"));
    }

    @Test
    void aTextOfFortyCharactersIsQuotedWholeAndALongerOneIsCut() {
        assertEquals("x".repeat(40), Siret.quoted("x".repeat(40)));
        assertEquals("x".repeat(40) + "…", Siret.quoted("x".repeat(41)));
    }
}
