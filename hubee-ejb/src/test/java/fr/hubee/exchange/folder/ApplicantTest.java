package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ApplicantTest {

    @Test
    void aCaseIsFoundByItsNumberItsFoldersAndTheName() {
        assertEquals(
                "DILA-17-01 DILA-17 D ETE ZOE",
                new Applicant("Zoé", "d’Été", null).searchText("DILA-17-01", "DILA-17"));
    }

    @Test
    void aVeryLongNameLeavesTheIndexRoom() {
        var text = new Applicant("Zoé", "a".repeat(255), null).searchText("1", "1");

        assertEquals(Applicant.LONGEST, text.length());
    }

    @Test
    void noCharacterIsCutInTwo() {
        var text = new Applicant("Zoé", "a".repeat(235) + "𐐀".repeat(9), null).searchText("1", "1");

        assertEquals(Applicant.LONGEST - 1, text.length());
        assertTrue(Character.isLetter(text.charAt(text.length() - 1)));
    }
}
