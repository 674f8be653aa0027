package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.portal.frame.PortalContextFactory.SeenWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class SeenWriterTest {
    static final String DECEIVING = "<p>a\u202Eb\u0007c</p>\n";
    static final String SEEN = "<p>a\uFFFDb\uFFFDc</p>\n";

    final StringWriter page = new StringWriter();

    @Test
    void whateverIsWrittenIsSeen() throws IOException {
        try (var writer = new SeenWriter(page)) {
            writer.write(DECEIVING);
            writer.write(DECEIVING.toCharArray());
            writer.write("xx" + DECEIVING + "xx", 2, DECEIVING.length());
            writer.write(("xx" + DECEIVING + "xx").toCharArray(), 2, DECEIVING.length());
            writer.append(DECEIVING);
            DECEIVING.chars().forEach(letter -> write(writer, letter));
        }

        assertEquals(SEEN.repeat(6), page.toString());
    }

    private static void write(SeenWriter writer, int letter) {
        try {
            writer.write(letter);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
