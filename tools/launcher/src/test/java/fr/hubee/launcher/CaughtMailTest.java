package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaughtMailTest {
    @Test
    void theCodeStandsOnALineOfItsOwn() {
        assertEquals(
                Optional.of("012345"),
                mail("Bonjour,\r\n\r\n012345\r\n\r\nUn code").code());
        assertEquals(Optional.empty(), mail("Le numéro 123456 vous attend.").code());
    }

    static CaughtMail mail(String text) {
        return new CaughtMail("ada@mairie.example", "hubee@hubee.example", "Votre code", text);
    }
}
