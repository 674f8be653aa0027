package fr.hubee.api.exchange;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.api.http.ContractForms.AnnouncedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demande.pdf",
                "Pièce d’identité n°1.xml",
                "a\"b;c.xml",
                " l'acte .pdf ",
                "12/2024.pdf",
                "C:\\actes\\a.pdf",
                "a..b",
                "...",
                ".profile",
                "😀.xml",
                "facture_\u202Efdp.exe"
            })
    void whatClientsSendIsTaken(String name) {
        assertTrue(name.matches(AnnouncedName.JAVA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                " .. ",
                "../a",
                "a/../b",
                "..\\a",
                "a\\..\\b",
                "/etc/passwd",
                "\\\\server\\a",
                "a//b",
                "a/",
                "a/.",
                "a\r\nb",
                "a\n",
                "a\u0000b",
                "a\u001bb",
                "a\u007fb",
                "a\tb"
            })
    void whatNamesNothingOrLeadsElsewhereIsRefused(String name) {
        assertFalse(name.matches(AnnouncedName.JAVA));
    }

    @Test
    void aLongTextTakesNoLonger() {
        for (var piece : new String[] {" ", "/ ", ".", "a/", "\u00e9"}) {
            var text = piece.repeat(2_000_000);
            boolean isTaken = assertTimeoutPreemptively(ofSeconds(20), () -> text.matches(AnnouncedName.JAVA));
            assertEquals(!piece.matches(".*[ /]"), isTaken, piece);
        }
    }
}
