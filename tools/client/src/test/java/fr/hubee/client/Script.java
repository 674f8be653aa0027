package fr.hubee.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The clients in languages that are not compiled. */
public final class Script {
    private Script() {}

    /** Returns the folder of the client in a language. */
    public static String folder(String language) {
        return Path.of("src/main", language).toAbsolutePath().toString();
    }

    /** Skips the test where its language is not installed, except in continuous integration. */
    public static void require(String program) {
        var there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(there || "true".equals(System.getenv("CI")), program + " is not installed");
    }
}
