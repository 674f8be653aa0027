package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAuthorityTest {
    @TempDir
    Path folder;

    String root(String name) throws IOException {
        return Files.readString(
                OwnAuthority.keptIn(folder.resolve("of").resolve(name)).rootIn(folder));
    }

    /** A stamp made before a restart is still trusted after it. */
    @Test
    void itsRootIsThatOfBefore() throws IOException {
        assertEquals(root("one.p12"), root("one.p12"));
        assertFalse(root("one.p12").equals(root("two.p12")));
    }
}
