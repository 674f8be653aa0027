package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The provisioned server and the plain one are configured by the same scripts. */
class ServerScriptsTest {
    private static final Path SCRIPTS = Path.of("src/main/cli");

    @Test
    void theProvisionedServerRunsAllOfThemInTheirOrder() throws IOException {
        var listed = Pattern.compile("src/main/cli/install/(.*\\.cli)")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(script -> script.group(1))
                .toList();
        assertEquals(names("install"), listed);
    }

    @Test
    void eachHasItsReverse() throws IOException {
        assertEquals(names("install"), names("uninstall"));
    }

    private static List<String> names(String folder) throws IOException {
        try (var files = Files.list(SCRIPTS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
