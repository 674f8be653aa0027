package fr.hubee.receipt.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file alone is verified, on any machine; the example is that of docs/receipts.md. */
class VerifyReceiptCommandTest {
    private static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    static String example() throws IOException {
        var found = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]{86}")
                .matcher(Files.readString(Path.of("..", "docs", "receipts.md")));
        assertTrue(found.find());
        return found.group();
    }

    int verify(String text, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("file"), text, StandardCharsets.ISO_8859_1);
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return new VerifyReceiptCommand(new PrintStream(said, true, StandardCharsets.UTF_8)).start(arguments);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itTellsWhatWasSigned() throws IOException {
        assertEquals(0, verify(example(), "--key", KID));

        assertTrue(said().contains("Authentic: DEPOSIT of 2026-11-27T09:41:00.123456Z"), said());
        assertTrue(said().contains("OSL-99000001000019-00000"), said());
        assertTrue(said().contains(KID), said());
    }

    @Test
    void anotherKeyThanTheOneThatWasNotedIsRefused() throws IOException {
        assertEquals(1, verify(example(), "--key", "another"));

        assertTrue(said().contains("NOT AUTHENTIC: signed by a key that is not known"), said());
    }

    @Test
    void thePaperHoldsIt() throws IOException {
        assertEquals(0, verify("%PDF-1.6\n\0é stream\n" + example() + "\nendstream\n%%EOF"));
    }

    @Test
    void oneChangedLetterIsNotAuthentic() throws IOException {
        var example = example();
        int place = example.indexOf('.') + 40;
        var changed =
                example.substring(0, place) + (example.charAt(place) == 'A' ? 'B' : 'A') + example.substring(place + 1);

        assertEquals(1, verify(changed));
        assertFalse(said().contains("Authentic"), said());
    }

    @Test
    void ofTwoNobodyKnowsWhichOneIsMeant() throws IOException {
        var other = example().substring(0, example().length() - 1) + "A";

        assertEquals(1, verify(example() + "\n" + other));
        assertEquals(1, verify("nothing"));
        assertEquals(2, verify(example(), "--unknown"));
    }
}
