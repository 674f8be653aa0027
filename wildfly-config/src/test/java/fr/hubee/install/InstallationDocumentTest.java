package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the downloads of docs/production.md. {@code ./dev install-check} compares the checksum with the distribution itself. */
class InstallationDocumentTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void theWildFlyOfThePageIsTheOneOfTheTestsAndIsVerified() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/production.md"));
        var version = Pattern.compile("<version.wildfly>(.*)</version.wildfly>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var named = Pattern.compile("wildfly-dist-([\\w.]+)\\.zip")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertEquals(Set.of(version), named);
        assertTrue(
                Pattern.compile("[0-9a-f]{64}  wildfly-dist-[\\w.]+\\.zip' \\| sha256sum --check")
                        .matcher(page)
                        .find(),
                page);
    }
}
