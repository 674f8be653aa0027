package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void aSiretIsFoundHoweverItIsSpaced() {
        assertEquals("%99000101800011%", LikePattern.of("990 001 018 00011"));
        assertEquals("%99000101800011%", LikePattern.of("990\u00A0001\u202F018 00011"));
    }

    @Test
    void aNameKeepsItsSpacesAndLosesItsCapitals() {
        assertEquals("%saint-étienne 2%", LikePattern.of(" Saint-ÉTIENNE 2 "));
    }

    @Test
    void whatTheDatabaseWouldTakeForAPatternIsText() {
        assertEquals("%100!%!_!!%", LikePattern.of("100%_!"));
        assertEquals("%ab%", LikePattern.of("a\u0000b"));
    }

    @Test
    void nothingIsNotSearched() {
        assertNull(LikePattern.of(null));
        assertNull(LikePattern.of(" "));
    }
}
