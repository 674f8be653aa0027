package fr.hubee.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoKeyTest {
    @TempDir
    Path folder;

    @Test
    void eachDemonstrationHasAKeyOf256BitsAndKeepsIt() throws IOException {
        var first = DemoKey.keptIn(folder.resolve("one/key"));

        assertEquals(32, Base64.getDecoder().decode(first).length);
        assertEquals(first, DemoKey.keptIn(folder.resolve("one/key")));
        assertNotEquals(first, DemoKey.keptIn(folder.resolve("two/key")));
    }
}
