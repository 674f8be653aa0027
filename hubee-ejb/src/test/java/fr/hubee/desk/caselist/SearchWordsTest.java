package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void eachWordIsSearchedByItself() {
        assertEquals(
                List.of("ZOE", "D", "ETE"), SearchWords.of("  zoé\u00a0 d’Été ").words());
    }

    @Test
    void whatIsSpecialToTheDatabaseIsSearchedAsItIs() {
        assertArrayEquals(
                new String[] {"%100\\%%", "%A\\_B%", "%C\\\\D%"},
                SearchWords.of("100% a_b c\\d\u0000").patterns());
    }

    @Test
    void blanksAndHyphensSearchNothing() {
        assertTrue(SearchWords.of(null).isEmpty());
        assertTrue(SearchWords.of(" \t\u0000 - ’").isEmpty());
    }

    @Test
    void aWholeNovelIsCutToAFewWords() {
        assertEquals(8, SearchWords.of("a b c d e f g h i j").words().size());
    }

    @Test
    void onlyThreeLettersOrDigitsTogetherAreLookedUpInTheIndexOfTrigrams() {
        assertEquals(List.of("%ETE%"), SearchWords.of("été 12 a_1").indexed());
        assertEquals(List.of(), SearchWords.of("le 12 a_1 ωμέγα").indexed());
    }

    @Test
    void theLongestWordsAreLookedUp() {
        assertEquals(List.of("%000001250%"), SearchWords.of("VOL-000001250-01").indexed());
        assertEquals(
                List.of("%LOVELACE%", "%MARIE%"),
                SearchWords.of("Ada marie Lovelace").indexed());
    }

    @Test
    void ofANumberItsLastDigitsAreLookedUpUnlessTheyAreAllTheSame() {
        assertEquals(List.of("%01250%"), SearchWords.of("VOL-000001250-01").fragments());
        assertEquals(List.of("%93028%"), SearchWords.of("e93028").fragments());
        assertEquals(List.of("%12300000%"), SearchWords.of("12300000").fragments());
        assertEquals(List.of("%1250%"), SearchWords.of("1250").fragments());
        assertEquals(
                List.of("%LOVELACE%", "%MARIE%"),
                SearchWords.of("Ada marie Lovelace").fragments());
    }
}
