package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextPageTest {

    @Test
    void aDemarcheThatTheHelpTellsOfHasItsPlaceThere() throws IOException {
        var help = PublicTextLoader.read(Optional.empty(), PublicText.HELP);

        assertEquals("/aide#demarche-certdc", TextPage.help(help, "CERTDC"));
        assertEquals("", TextPage.help(help, "CERT"));
        assertEquals("", TextPage.help(help, "recensementCitoyen"));
    }
}
