package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.kernel.settings.SettingSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no database; the others are tried on the server. */
class KeysCommandTest {
    @TempDir
    Path folder;

    private String said;

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var settings = new SettingSource(
                Map.of("HUBEE_MASTER_KEY_FILE", folder.resolve("keys.json").toString())::get);
        int status =
                new KeysCommand(settings, new PrintStream(out, true, StandardCharsets.UTF_8)).start(List.of(arguments));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    private MasterKeyFile file() {
        return new MasterKeyFile(folder.resolve("keys.json"));
    }

    @Test
    void aFileIsMadeOnceAndNeverOverwritten() {
        assertEquals(0, run("new"));
        var name = file().read().current().name();
        assertEquals(name + " (current)\n", said);

        assertEquals(1, run("new"));
        assertTrue(said.contains("is there already, and what is encrypted with its keys needs it: keys add"), said);
        assertEquals(name, file().read().current().name());
    }

    @Test
    void aKeyIsAddedFirstAndUsedOnceAllServersHaveIt() {
        run("new");
        var before = file().read().current().name();

        assertEquals(0, run("add"));
        assertEquals(before, file().read().current().name());
        var fresh = file().read().all().get(1).name();

        assertEquals(0, run("use", fresh));
        assertEquals(fresh, file().read().current().name());
        assertEquals(1, run("use", "17"));
    }

    @Test
    void anotherFileMayBeNamed() {
        assertEquals(0, run("new", "--file", folder.resolve("other.json").toString()));
        assertEquals(
                1, new MasterKeyFile(folder.resolve("other.json")).read().all().size());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedWithTheReason() {
        assertEquals(1, run("new", "--file", folder.resolve("nowhere/keys.json").toString()));
        assertEquals(
                "REFUSED: there is no folder " + folder.resolve("nowhere")
                        + ": make it, or name another file with --file\n",
                said);

        // root, who often runs the tests, may write everywhere
        assertEquals(
                System.getProperty("user.name")
                        + " may not write to /etc/hubee: run it as root, or name another file with --file",
                KeysCommand.reason(new AccessDeniedException("/etc/hubee/keys.json.new"), Path.of("/etc/hubee")));
    }

    @Test
    void whatNobodyUnderstandsIsSaid() {
        for (var words : List.of(List.<String>of(), List.of("lose"), List.of("new", "old"))) {
            assertEquals(2, run(words.toArray(String[]::new)), words::toString);
            assertTrue(said.startsWith("Usage: keys"), said);
        }
    }
}
