package fr.hubee.files.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileFormatTest {
    @Test
    void twoMediaTypesOfOneFormatAreNamedOnce() {
        assertEquals("PDF, XML", FileFormat.labels(List.of("application/pdf", "application/xml", "text/xml")));
    }
}
