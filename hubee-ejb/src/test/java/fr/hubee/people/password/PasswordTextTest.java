package fr.hubee.people.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordTextTest {

    @Test
    void anAccentIsTheSameHoweverItIsTyped() {
        assertEquals(PasswordText.of("é"), PasswordText.of("e\u0301"));
    }

    @Test
    void whatCannotBeAPasswordIsVerifiedAllTheSame() {
        assertEquals(" ", PasswordText.toVerify(null));
        assertEquals(" ", PasswordText.toVerify(""));
        assertEquals(" ", PasswordText.toVerify("a".repeat(10_000_000)));
        assertEquals("secret", PasswordText.toVerify("secret"));
    }

    @Test
    void lengthIsInCodePoints() {
        assertFalse(PasswordText.isTooLong("😀".repeat(128)));
        assertTrue(PasswordText.isTooLong("😀".repeat(129)));
    }
}
