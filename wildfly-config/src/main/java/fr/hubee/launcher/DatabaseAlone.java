package fr.hubee.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;

/** An empty database for a server that others start; it is there until its own input ends. */
public final class DatabaseAlone {
    private DatabaseAlone() {}

    /** @param arguments the port, and the file that will say where the database is, in the settings of the server */
    public static void main(String... arguments) throws IOException, SQLException {
        try (var database = EmbeddedDatabase.temporary(Integer.parseInt(arguments[0]))) {
            say(database.environment(), Path.of(arguments[1]));
            System.in.transferTo(System.err);
        }
    }

    /** Whoever sees the file finds it whole. */
    private static void say(Map<String, String> settings, Path file) throws IOException {
        var lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.move(Files.writeString(file.resolveSibling(file.getFileName() + ".part"), lines), file);
    }
}
