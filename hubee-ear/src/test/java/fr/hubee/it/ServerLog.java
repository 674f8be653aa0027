package fr.hubee.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the server under test writes. */
public final class ServerLog {
    private static final Path FILE = Path.of(System.getProperty("hubee.work", ""), "it-server", "log", "server.log");

    private ServerLog() {}

    /** The lines of one request. */
    public static String of(String requestId) throws IOException {
        try (var lines = Files.lines(FILE, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(") [" + requestId + "] ")).collect(Collectors.joining("\n"));
        }
    }
}
