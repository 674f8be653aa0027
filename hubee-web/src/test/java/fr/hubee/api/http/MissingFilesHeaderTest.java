package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingFilesHeaderTest {

    @Test
    void namesAreStringsInTheirOrder() {
        assertEquals("\"acte.pdf\"", MissingFilesHeader.of(List.of("acte.pdf")));
        assertEquals(
                "\"acte 1.pdf\", \"100%.xml\", \"a, b;c.pdf\"",
                MissingFilesHeader.of(List.of("acte 1.pdf", "100%.xml", "a, b;c.pdf")));
    }

    @Test
    void aQuoteAndABackslashAreEscaped() {
        assertEquals("\"a\\\"b\\\\c.pdf\"", MissingFilesHeader.of(List.of("a\"b\\c.pdf")));
    }

    @Test
    void aNameThatIsNotAsciiIsADisplayString() {
        assertEquals(
                "%\"pi%c3%a8ce 100%25 %22e%22\\.pdf\", \"acte.pdf\"",
                MissingFilesHeader.of(List.of("pièce 100% \"e\"\\.pdf", "acte.pdf")));
        assertEquals("%\"a%0d%0ab%00%7f\"", MissingFilesHeader.of(List.of("a\r\nb\0\u007f")));
        assertEquals("%\"?\"", MissingFilesHeader.of(List.of("\ud800")));
    }

    @Test
    void whatHasNoRoomIsCounted() {
        var name = "é".repeat(255);
        var value = MissingFilesHeader.of(Collections.nCopies(1_000, name));

        assertTrue(value.length() <= MissingFilesHeader.LONGEST + ";more=999".length(), () -> "" + value.length());
        assertEquals("%\"" + "%c3%a9".repeat(255) + "\", %\"" + "%c3%a9".repeat(255) + "\";more=998", value);
    }

    @Test
    void theLongestNameIsWhole() {
        var longest = "€".repeat(255);

        assertEquals("%\"" + "%e2%82%ac".repeat(255) + '"', MissingFilesHeader.of(List.of(longest)));
    }
}
