package fr.hubee.people.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SixDigitsTest {

    @Test
    void zerosInFrontAreKept() {
        assertEquals("000042", SixDigits.text(42));
        assertTrue(SixDigits.fresh().matches("[0-9]{6}"));
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        assertEquals("123456", SixDigits.of(" 123 456 "));
        assertEquals("123456", SixDigits.of("123\u00a0456"));
    }

    @Test
    void whatIsNoCodeMatchesNone() {
        assertEquals(" ", SixDigits.of(null));
        assertEquals(" ", SixDigits.of("12345"));
        assertEquals(" ", SixDigits.of("１２３４５６"));
        assertEquals(" ", SixDigits.of("1".repeat(1_000_000)));
    }
}
