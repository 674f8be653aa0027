package fr.hubee.kernel.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.Sha256;
import org.junit.jupiter.api.Test;

class TokenTextTest {

    @Test
    void aTokenIs256BitsThatFitInAHeader() {
        assertTrue(TokenText.fresh().matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void noTwoTokensAreTheSame() {
        assertNotEquals(TokenText.fresh(), TokenText.fresh());
    }

    @Test
    void theHashIsTheSha256OfTheText() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.hex("abc"));
    }
}
