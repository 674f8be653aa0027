package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SearchedTextTest {

    @Test
    void aSiretIsFoundHoweverItIsSpaced() {
        assertEquals("%99000101800011%", SearchedText.pattern("990 001 018 00011"));
        assertEquals("%99000101800011%", SearchedText.pattern("990\u00A0001\u202F018 00011"));
    }

    @Test
    void aNameKeepsItsSpacesAndLosesItsCapitals() {
        assertEquals("%saint-étienne 2%", SearchedText.pattern(" Saint-ÉTIENNE 2 "));
    }

    @Test
    void whatTheDatabaseWouldTakeForAPatternIsText() {
        assertEquals("%100!%!_!!%", SearchedText.pattern("100%_!"));
        assertEquals("%ab%", SearchedText.pattern("a\u0000b"));
    }

    @Test
    void nothingIsNotSearched() {
        assertNull(SearchedText.pattern(null));
        assertNull(SearchedText.pattern(" "));
    }
}
