package fr.hubee.desk.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.bundle.CaseZip.ZipNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZipNamesTest {
    final ZipNames names = new ZipNames();

    @Test
    void aNameThatHarmsNobodyStaysAsItIs() {
        assertEquals("DILA-AEC-17-01", names.folder("DILA-AEC-17-01"));
        assertEquals("DILA-AEC-17-01/Pièce d’identité.pdf", names.file("DILA-AEC-17-01", "Pièce d’identité.pdf"));
    }

    @Test
    void noNameLeadsOutOfItsFolder() {
        for (var wanted :
                List.of("../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "C:\\boot.ini", "..", ".", "a/../b")) {
            var name = names.file("td", wanted);
            assertTrue(name.startsWith("td/"), name);
            assertFalse(name.substring(3).contains("/"), name);
            assertFalse(name.contains("\\") || name.contains(":"), name);
            assertFalse(name.substring(3).startsWith("."), name);
        }
        assertFalse(names.folder("../ailleurs").contains("/"));
    }

    @Test
    void whatHasTheSameNameIsNumbered() {
        assertEquals("td/acte.pdf", names.file("td", "acte.pdf"));
        assertEquals("td/acte (2).pdf", names.file("td", "acte.pdf"));
        assertEquals("td/ACTE (3).PDF", names.file("td", "ACTE.PDF")); // the same for many computers
        assertEquals("other/acte.pdf", names.file("other", "acte.pdf"));
        assertEquals("td", names.folder("td"));
        assertEquals("td (2)", names.folder("td"));
    }

    @Test
    void aNumberThatWasTakenIsTakenByNobodyElse() {
        names.file("td", "a (2).pdf");
        names.file("td", "a.pdf");

        assertEquals("td/a (3).pdf", names.file("td", "a.pdf"));
    }

    @Test
    void whatNoSystemKeepsIsReplaced() {
        assertEquals("td/a_b_c.pdf", names.file("td", "a\nb\u202Ec.pdf"));
        assertEquals("td/_con.txt", names.file("td", "con.txt"));
        assertEquals("td/fichier", names.file("td", "///"));
        assertEquals("td/fichier (2)", names.file("td", "  ... "));
        assertEquals("td/acte", names.file("td", "acte. . "));
    }

    @Test
    void aVeryLongNameKeepsItsEnding() {
        var name = names.file("td", "é".repeat(300) + ".pdf");

        assertTrue(name.endsWith(".pdf"), name);
        assertTrue(name.length() <= 123, name);
    }

    @Test
    void twoWritingsOfOneLetterAreOneName() {
        assertEquals("td/é.pdf", names.file("td", "e\u0301.pdf"));
        assertEquals("td/é (2).pdf", names.file("td", "é.pdf"));
    }
}
