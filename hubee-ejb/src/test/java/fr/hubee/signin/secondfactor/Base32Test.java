package fr.hubee.signin.secondfactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Base32Test {

    /** RFC 4648, section 10, without padding. */
    @Test
    void theExamplesOfTheStandard() {
        assertEquals("", of(""));
        assertEquals("MY", of("f"));
        assertEquals("MZXQ", of("fo"));
        assertEquals("MZXW6", of("foo"));
        assertEquals("MZXW6YQ", of("foob"));
        assertEquals("MZXW6YTB", of("fooba"));
        assertEquals("MZXW6YTBOI", of("foobar"));
    }

    static String of(String text) {
        return Base32.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
