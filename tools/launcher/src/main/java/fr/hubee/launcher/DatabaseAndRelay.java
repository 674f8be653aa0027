package fr.hubee.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An empty database and a relay for a server that another process starts; they run until the standard input ends. */
public final class DatabaseAndRelay {
    private DatabaseAndRelay() {}

    /** @param arguments the port of the database, and the file to write the addresses to, as settings of the server */
    public static void main(String... arguments) throws IOException, SQLException {
        try (var database = EmbeddedDatabase.temporary(Integer.parseInt(arguments[0]));
                var relay = MailCatcher.start(0, 0, null)) {
            var settings = new TreeMap<>(database.environment());
            settings.put("HUBEE_SMTP_PORT", String.valueOf(relay.smtpPort()));
            say(settings, Path.of(arguments[1]));
            System.in.transferTo(System.err);
        }
    }

    /** Atomic: a reader never sees a partial file. */
    private static void say(Map<String, String> settings, Path file) throws IOException {
        var lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.move(Files.writeString(file.resolveSibling(file.getFileName() + ".part"), lines), file);
    }
}
