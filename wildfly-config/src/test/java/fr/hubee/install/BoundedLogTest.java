package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log of the server, as it is configured, from its first moment on. */
class BoundedLogTest {

    static List<String> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("src/main").resolve(file));
    }

    @Test
    void noFileGrowsForEver() throws IOException {
        var script = lines("cli/install/80-logging.cli");

        var files = script.stream()
                .filter(line -> line.contains("file-handler=") && line.contains(":add("))
                .toList();
        assertEquals(2, files.size(), files::toString); // one as text, one as JSON: a setting says which of them writes
        for (var file : files) {
            assertTrue(file.contains("/size-rotating-file-handler="), file);
            assertTrue(file.matches(".*rotate-size=.*max-backup-index=.*"), file);
        }
        assertTrue(script.contains("/subsystem=logging/periodic-rotating-file-handler=FILE:remove"));
    }

    @Test
    void norWhileTheServerStarts() throws IOException {
        var start = lines("server/standalone/configuration/logging.properties");

        assertTrue(start.contains("handler.SERVER=org.jboss.logmanager.handlers.SizeRotatingFileHandler"));
        assertTrue(start.stream().noneMatch(line -> line.contains("Periodic")));
    }
}
