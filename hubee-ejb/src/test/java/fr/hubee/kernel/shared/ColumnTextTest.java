package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ColumnTextTest {

    @Test
    void aTextThatFitsStaysAsItIs() {
        assertEquals("Été", ColumnText.fit("Été", 3));
        assertEquals("", ColumnText.fit("", 3));
        assertNull(ColumnText.fit(null, 3));
    }

    @Test
    void aTextThatIsTooLongIsCutBetweenTwoCharacters() {
        assertEquals("abc", ColumnText.fit("abcd", 3));
        assertEquals("ab", ColumnText.fit("ab\uD83D\uDE00", 3));
        assertEquals("ab\uD83D\uDE00", ColumnText.fit("ab\uD83D\uDE00d", 4));
    }

    @Test
    void aZeroCharacterWhichNoDatabaseStoresIsReplaced() {
        assertEquals("a\uFFFDb", ColumnText.fit("a\0b", 3));
    }
}
