package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessHelpTest {

    @Test
    void aDemarcheThatTheHelpTellsOfHasItsPlaceThere() throws IOException {
        var help = PublicTexts.read(Optional.empty(), PublicText.HELP);

        assertEquals("/aide#demarche-certdc", ProcessHelp.address(help, "CERTDC"));
        assertEquals("", ProcessHelp.address(help, "CERT"));
        assertEquals("", ProcessHelp.address(help, "recensementCitoyen"));
    }
}
