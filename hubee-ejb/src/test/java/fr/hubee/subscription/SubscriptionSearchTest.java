package fr.hubee.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SubscriptionSearchTest {

    @Test
    void aSiretIsFoundHoweverItIsSpaced() {
        assertEquals("%99000101800011%", SubscriptionSearch.pattern("990 001 018 00011"));
        assertEquals("%99000101800011%", SubscriptionSearch.pattern("990\u00A0001\u202F018 00011"));
    }

    @Test
    void aNameKeepsItsSpacesAndLosesItsCapitals() {
        assertEquals("%saint-étienne 2%", SubscriptionSearch.pattern(" Saint-ÉTIENNE 2 "));
    }

    @Test
    void whatTheDatabaseWouldTakeForAPatternIsText() {
        assertEquals("%100!%!_!!%", SubscriptionSearch.pattern("100%_!"));
        assertEquals("%ab%", SubscriptionSearch.pattern("a\u0000b"));
    }

    @Test
    void nothingIsNotSearched() {
        assertNull(SubscriptionSearch.pattern(null));
        assertNull(SubscriptionSearch.pattern(" "));
    }
}
