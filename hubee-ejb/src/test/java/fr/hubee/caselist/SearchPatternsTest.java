package fr.hubee.caselist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class SearchPatternsTest {

    @Test
    void wordsComeInAnyOrderAndCapitalsDoNotCount() {
        assertArrayEquals(new String[] {"%ZOÉ%", "%ÉTÉ%"}, SearchPatterns.of("  zoé\u00a0 Été "));
    }

    @Test
    void whatIsSpecialToTheDatabaseIsSearchedAsItIs() {
        assertArrayEquals(new String[] {"%100\\%%", "%A\\_B%", "%C\\\\D%"}, SearchPatterns.of("100% a_b c\\d\u0000"));
    }

    @Test
    void blanksSearchNothing() {
        assertNull(SearchPatterns.of(null));
        assertNull(SearchPatterns.of(" \t\u0000 "));
    }

    @Test
    void aWholeNovelIsCutToAFewWords() {
        assertEquals(5, SearchPatterns.of("a b c d e f g h").length);
    }
}
