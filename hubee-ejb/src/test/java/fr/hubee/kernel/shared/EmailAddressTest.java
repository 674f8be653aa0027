package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    static String refusal(String typed) {
        return assertThrows(InvalidRequest.class, () -> EmailAddress.of(typed), typed)
                .getMessage();
    }

    @Test
    void whatMailServersTakeIsTakenWithoutTheSpacesAround() {
        assertEquals(
                "mairie@pontcarre.fr",
                EmailAddress.of("  mairie@pontcarre.fr\n").text());
        for (var good : List.of(
                "etat-civil+hubee@valbourg-sur-orne.example",
                "Ada.O'Neil@mairie.Paris",
                "a@b.fr",
                "x_y@sous.domaine.gouv.fr",
                "a".repeat(64) + "@mairie.fr")) {
            assertEquals(good, EmailAddress.of(good).toString());
        }
    }

    @Test
    void nothingIsAskedForInOneSentence() {
        for (var empty : new String[] {null, "", " \t"}) {
            assertEquals("Indiquez une adresse électronique.", refusal(empty));
        }
    }

    @Test
    void oddUnicodeIsNamedForWhatItIs() {
        for (var odd : List.of(
                "adà@mairie.fr",
                "ada@mаirie.fr", // a Cyrillic letter that looks like an a
                "ada@mairie.fr\u200B",
                "ada\u202E@mairie.fr",
                "ada lovelace@mairie.fr",
                "ada\u0000@mairie.fr",
                "ada\r\nBcc: tous@mairie.fr")) {
            assertTrue(refusal(odd).contains("sans accent et sans caractère spécial"), odd);
        }
    }

    @Test
    void fourHundredCharactersAreTooMany() {
        assertTrue(refusal("a".repeat(400) + "@mairie.fr").contains("trop longue"));
        assertTrue(refusal("a@" + "b".repeat(400) + ".fr").contains("trop longue"));
        assertTrue(refusal("a".repeat(65) + "@mairie.fr").contains("trop longue"));
    }

    @Test
    void whatIsNoAddressIsShownOne() {
        for (var bad : List.of(
                "mairie",
                "mairie@",
                "@mairie.fr",
                "mairie@commune",
                "mairie@@commune.fr",
                ".mairie@commune.fr",
                "mai..rie@commune.fr",
                "mairie@-commune.fr",
                "mairie@commune..fr",
                "mairie@127.0.0.1",
                "\"ada\"@mairie.fr",
                "a@b.fr,c@d.fr",
                "<a@b.fr>")) {
            assertTrue(refusal(bad).contains("« mairie@commune.fr »"), bad);
        }
    }
}
