package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void aCaseIsFoundByItsNumberItsFoldersAndTheName() {
        assertEquals(
                "DILA-17-01 DILA-17 D ETE ZOE",
                SearchText.of("DILA-17-01", "DILA-17", new Applicant("Zoé", "d’Été", null)));
    }

    @Test
    void aVeryLongNameLeavesTheIndexRoom() {
        var text = SearchText.of("1", "1", new Applicant("Zoé", "a".repeat(255), null));

        assertEquals(SearchText.LONGEST, text.length());
    }

    @Test
    void noCharacterIsCutInTwo() {
        var text = SearchText.of("1", "1", new Applicant("Zoé", "a".repeat(235) + "𐐀".repeat(9), null));

        assertEquals(SearchText.LONGEST - 1, text.length());
        assertTrue(Character.isLetter(text.charAt(text.length() - 1)));
    }
}
