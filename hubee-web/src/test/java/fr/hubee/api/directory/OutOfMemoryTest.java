package fr.hubee.api.directory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.api.directory.StartListener.OutOfMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the process ends after an OutOfMemoryError, wherever it was started. */
class OutOfMemoryTest {
    static final List<String> STARTS = List.of(
            "wildfly-config/src/main/systemd/hubee.service",
            "wildfly-config/src/main/container/Containerfile",
            "tools/launcher/src/main/java/fr/hubee/launcher/ServerProcess.java",
            "hubee-ear/src/test/resources/arquillian.xml");

    @Test
    void anOptionThatEndsItIsRecognised() {
        assertTrue(OutOfMemory.endsTheProcess(Stream.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError")));
        assertTrue(OutOfMemory.endsTheProcess(Stream.of("-XX:OnOutOfMemoryError=kill -9 %p")));
        assertFalse(OutOfMemory.endsTheProcess(Stream.of("-Xmx1g", "-XX:-ExitOnOutOfMemoryError")));
    }

    @Test
    void everyStartHasIt() throws IOException {
        for (var start : STARTS) {
            var text = Files.readString(Path.of("..").resolve(start));
            assertTrue(text.contains(OutOfMemory.OPTION), start);
        }
    }
}
