package fr.hubee.people.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordTextTest {

    @Test
    void anAccentIsTheSameHoweverItIsTyped() {
        assertEquals(PasswordPolicy.normalised("é"), PasswordPolicy.normalised("e\u0301"));
    }

    @Test
    void whatCannotBeAPasswordIsVerifiedAllTheSame() {
        assertEquals(" ", PasswordPolicy.toVerify(null));
        assertEquals(" ", PasswordPolicy.toVerify(""));
        assertEquals(" ", PasswordPolicy.toVerify("a".repeat(10_000_000)));
        assertEquals("secret", PasswordPolicy.toVerify("secret"));
    }

    @Test
    void lengthIsInCodePoints() {
        assertFalse(PasswordPolicy.isTooLong("😀".repeat(128)));
        assertTrue(PasswordPolicy.isTooLong("😀".repeat(129)));
    }
}
