package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a release is signed, and that a change on the way to the recipient is detected. */
class ReleaseTest {
    static final String SCRIPTS = "wildfly-config/src/main/release/";

    @TempDir
    Path folder;

    Path key;
    Path publicKey;
    Path release;

    @BeforeEach
    void aKeyIsThere() throws Exception {
        key = key("release.key");
        publicKey = publicHalf(key);
        release = folder.resolve("release");
        Files.writeString(folder.resolve("hubee.ear"), "an EAR");
    }

    @Test
    void whatIsSignedIsVerified() throws Exception {
        assertEquals(0, sign(key));
        assertEquals(0, verify(publicKey));
    }

    @Test
    void aChangedFileIsNoticed() throws Exception {
        sign(key);
        Files.writeString(release.resolve("hubee.ear"), "another EAR");
        assertNotEquals(0, verify(publicKey));
    }

    @Test
    void checksumsThatSomebodyElseWroteAreNoticed() throws Exception {
        sign(key("stranger.key"));
        assertNotEquals(0, verify(publicKey));
    }

    @Test
    void nothingIsReleasedWithoutAKey() throws Exception {
        assertNotEquals(0, sign(folder.resolve("missing.key")));
        assertFalse(Files.exists(release));
    }

    private int sign(Path with) throws Exception {
        return run(with, project().resolve(SCRIPTS + "sign"), release, folder.resolve("hubee.ear"));
    }

    private int verify(Path with) throws Exception {
        return run(key, project().resolve(SCRIPTS + "verify"), release, with);
    }

    private Path key(String name) throws Exception {
        var made = folder.resolve(name);
        assertEquals(
                0,
                run(
                        made,
                        "openssl",
                        "genpkey",
                        "-algorithm",
                        "EC",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-out",
                        made));
        return made;
    }

    private Path publicHalf(Path of) throws Exception {
        var made = folder.resolve("release.pub");
        assertEquals(0, run(of, "openssl", "pkey", "-in", of, "-pubout", "-out", made));
        return made;
    }

    private int run(Path releaseKey, Object... command) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        List.of(command).forEach(word -> words.add(word.toString()));
        var process = new ProcessBuilder(words)
                .directory(project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        process.environment().put("HUBEE_RELEASE_KEY", releaseKey.toString());
        return process.start().waitFor();
    }

    /** Returns the folder of the project, wherever the tests are run from. */
    private static Path project() {
        var here = Path.of("").toAbsolutePath();
        var project = Files.exists(here.resolve(SCRIPTS)) ? here : here.getParent();
        assertTrue(Files.exists(project.resolve(SCRIPTS)), project.toString());
        return project;
    }
}
