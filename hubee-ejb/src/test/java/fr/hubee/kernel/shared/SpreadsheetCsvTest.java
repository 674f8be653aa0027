package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SpreadsheetCsvTest {

    @Test
    void aFrenchSpreadsheetOpensItAndRunsNothing() throws IOException {
        var text = new StringBuilder();
        var csv = new SpreadsheetCsv(text, "Nom", "Nombre");

        csv.line("Saint-Jean; le Vieux", 3);
        csv.line("=HYPERLINK(\"http://x\")", -2);
        csv.line("@somme\"", null);
        csv.line("+33 1", "-4");

        assertEquals(
                "\uFEFFNom;Nombre\r\n\"Saint-Jean; le Vieux\";3\r\n\"'=HYPERLINK(\"\"http://x\"\")\";-2\r\n"
                        + "\"'@somme\"\"\";\r\n'+33 1;'-4\r\n",
                text.toString());
    }

    @Test
    void noCellReadsTheOtherWayRound() throws IOException {
        var text = new StringBuilder();

        new SpreadsheetCsv(text, "Nom").line("a\u202Eb");

        assertEquals("\uFEFFNom\r\na\uFFFDb\r\n", text.toString());
    }
}
