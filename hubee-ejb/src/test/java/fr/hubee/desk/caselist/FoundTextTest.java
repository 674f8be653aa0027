package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In these tests, brackets mark the text that was found. */
class FoundTextTest {

    static String found(String typed, String text) {
        return new FoundText(typed)
                .parts(text).stream()
                        .map(part -> part.found() ? "[" + part.text() + "]" : part.text())
                        .collect(Collectors.joining());
    }

    @Test
    void anyFragmentOfANumberIsShown() {
        assertEquals("VOL-00000[1250]-01", found("1250", "VOL-000001250-01"));
        assertEquals("[VOL]-[000001250]-[01]", found("vol-000001250-01", "VOL-000001250-01"));
    }

    @Test
    void accentsAndCapitalsDoNotCountAndStayAsTheyWereWritten() {
        assertEquals("[Zoé]", found("ZOE", "Zoé"));
        assertEquals("[zoe]", found("zoé", "zoe"));
        assertEquals("[Zoe\u0301] Ève", found("zoe", "Zoe\u0301 Ève"), "an accent of its own belongs to its letter");
        assertEquals("Zo[e\u0301]", found("e", "Zoe\u0301"));
    }

    @Test
    void aLongTextIsShownAroundItsFirstWord() {
        var text = "x".repeat(60) + " livret demandé en Été " + "y".repeat(100);
        var shown = new FoundText("ete")
                .excerpt(text).stream().map(FoundText.Part::text).toList();

        assertEquals(List.of("… livret demandé en ", "Été", " " + "y".repeat(76) + " …"), shown);
        assertEquals("Bref", new FoundText("ete").excerpt("Bref").get(0).text());
        assertTrue(new FoundText("ZOE ete").isIn("d’Été Zoé"));
        assertFalse(new FoundText("zoe hiver").isIn("d’Été Zoé"));
    }

    @Test
    void aLetterOfTwoIsFoundWhole() {
        assertEquals("[Cœur]", found("coeur", "Cœur"));
        assertEquals("C[œ]ur", found("e", "Cœur"));
        assertEquals("[Straß]e", found("strass", "Straße"));
    }

    @Test
    void eachWordIsShownWhereverItIsAndWhateverItsOrder() {
        assertEquals("[Lovelace]", found("ada lovelace", "Lovelace"));
        assertEquals("[Ada] M[ada]me", found("lovelace ada", "Ada Madame"));
        assertEquals("[Jean]-[Pierre] d’[Été]", found("pierre jean ete", "Jean-Pierre d’Été"));
    }

    @Test
    void wordsThatOverlapAreShownAsOne() {
        assertEquals("[anana]s", found("ana", "ananas"));
        assertEquals("[Marie]", found("mari arie", "Marie"));
    }

    @Test
    void withoutASearchNothingIsShown() {
        for (var typed : new String[] {null, " ", "-", "x"}) {
            assertEquals("Ada", found(typed, "Ada"), typed);
        }
        assertEquals("", found("ada", ""));
    }

    @Test
    void letterByLetterItIsComparedAsWhole() {
        assertEquals("[Jean-Pierre]".replace("-", "]-["), found("jean‑pierre", "Jean-Pierre"));
        assertEquals("\uD835\uDC00[\uD835\uDC01]", found("b", "\uD835\uDC00\uD835\uDC01"), "letters of two characters");
    }
}
