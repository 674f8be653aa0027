package fr.hubee.demonstration.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfTest {
    final String pdf = Pdf.page("Acte d’état (copie)", List.of("Œillet, Zoé"));

    @Test
    void eachObjectIsWhereTheTableSays() {
        var table = pdf.substring(pdf.indexOf("xref\n"));
        var offsets = Pattern.compile("(\\d{10}) 00000 n").matcher(table);
        int object = 0;
        while (offsets.find()) {
            object++;
            assertTrue(pdf.startsWith(object + " 0 obj", Integer.parseInt(offsets.group(1))));
        }
        assertEquals(5, object);
        assertTrue(pdf.endsWith("startxref\n" + pdf.indexOf("xref\n") + "\n%%EOF\n"));
    }

    @Test
    void itsTextIsOneByteForEachCharacterAndEscaped() {
        assertEquals(pdf.length(), pdf.getBytes(Pdf.CHARSET).length);
        assertEquals(pdf, new String(pdf.getBytes(Pdf.CHARSET), Pdf.CHARSET));
        assertTrue(pdf.contains("(Acte d’état \\(copie\\)) Tj"));
    }
}
