package fr.hubee.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads the log of the server under test. */
public final class ServerLog {
    /** The folder of the log, for tests inside and outside of the server. */
    private static final Path FOLDER = System.getProperty("jboss.server.log.dir") == null
            ? Path.of(System.getProperty("hubee.work", ""), "it-server", "log")
            : Path.of(System.getProperty("jboss.server.log.dir"));

    private ServerLog() {}

    /** Returns the lines of one request, or of the run of a job. */
    public static String of(String id) throws IOException {
        try (var lines = Files.lines(FOLDER.resolve("server.log"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(") [" + id + "] ")).collect(Collectors.joining("\n"));
        }
    }

    /** Returns the lines with this text, whatever they are about. */
    public static String with(String text) throws IOException {
        try (var lines = Files.lines(FOLDER.resolve("server.log"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(text)).collect(Collectors.joining("\n"));
        }
    }
}
