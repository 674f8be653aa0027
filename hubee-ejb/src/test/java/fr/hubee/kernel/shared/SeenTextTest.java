package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SeenTextTest {

    @Test
    void breaksOfLineAccentsAndEmojiStay() {
        var text = "Bonjour,\r\n\tvoilà l’acte n°\u00a01 😀 👨‍👩‍👧 — œuvre\u202f!";

        assertSame(text, SeenText.of(text));
    }

    @Test
    void whatTurnsTheTextAroundIsSeen() {
        for (int turn : new int[] {
            0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C
        }) {
            assertEquals("a\uFFFDb", SeenText.of("a" + (char) turn + "b"), () -> Integer.toHexString(turn));
        }
    }

    @Test
    void whatHidesOrActsOnATerminalIsSeen() {
        for (int letter : new int[] {0x00, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x85, 0x9B, 0x200B, 0x2028, 0x2029, 0x2060}) {
            assertEquals("a\uFFFDb", SeenText.of("a" + (char) letter + "b"), () -> Integer.toHexString(letter));
        }
    }

    @Test
    void noneStaysNone() {
        assertNull(SeenText.of(null));
    }
}
