package fr.hubee.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The file where {@code ./dev test-server} writes the addresses of its parts; {@code ./dev test -Dit.test=…} reads it,
 * with the system property {@code hubee.running}.
 */
final class RunningParts {
    private static final String FILE = "hubee.running";

    private RunningParts() {}

    /** Uses these parts for this run. */
    static boolean found() {
        var file = System.getProperty(FILE);
        if (file == null || Boolean.getBoolean("hubee.stays")) {
            return false;
        }
        var told = new Properties();
        try (var text = Files.newBufferedReader(Path.of(file))) {
            told.load(text);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
        System.getProperties().putAll(told);
        return true;
    }

    static void tell() {
        var told = new Properties();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("hubee.it.") || name.equals("hubee.work"))
                .forEach(name -> told.setProperty(name, System.getProperty(name)));
        told.setProperty("hubee.it.pid", String.valueOf(ProcessHandle.current().pid()));
        var file = Path.of(System.getProperty(FILE));
        file.toFile().deleteOnExit();
        try (var text = Files.newBufferedWriter(file)) {
            told.store(text, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
