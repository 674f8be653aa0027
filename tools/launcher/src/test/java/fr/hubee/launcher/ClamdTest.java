package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClamdTest {
    private static final Pattern SIZE = Pattern.compile("\"attachmentMaxSize[A-Za-z]*\": *(\\d+)");

    @Test
    void theAntivirusOfTheDemonstrationReadsTheLargestFileOfAnyDemarche() throws IOException {
        var sizes = SIZE.matcher(Files.readString(Path.of("../../wildfly-config/src/main/bootstrap/demarches.json")))
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();

        assertFalse(sizes.isEmpty());
        assertTrue(sizes.stream().allMatch(size -> size < Clamd.LARGEST), sizes::toString);
    }

    @Test
    void allItsLimitsAreTheLargestFile() {
        var configuration =
                Clamd.configuration(Path.of("folder"), 3310, 1234).lines().toList();

        assertTrue(
                configuration.containsAll(
                        List.of("StreamMaxLength 1234", "MaxFileSize 1234", "MaxScanSize 1234", "AlertExceedsMax yes")),
                configuration::toString);
    }
}
