package fr.hubee.cli.backup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code pg_dump} and {@code pg_restore}, as one role of the database. They get its address from environment variables. */
final class PostgresTool {
    private final Map<String, String> environment;

    PostgresTool(Map<String, String> environment) {
        this.environment = environment;
    }

    void dump(Path file, String snapshot, List<String> what) throws IOException {
        var words = new ArrayList<>(List.of(
                "pg_dump",
                "--format=custom",
                "--no-owner",
                "--no-password",
                "--snapshot=" + snapshot,
                "--file=" + file));
        words.addAll(what);
        run(words);
    }

    void restore(Path dump, String... options) throws IOException {
        var words = new ArrayList<>(List.of(
                "pg_restore",
                "--exit-on-error",
                "--no-owner",
                "--no-password",
                "--dbname=" + environment.get("PGDATABASE")));
        words.addAll(List.of(options));
        words.add(dump.toString());
        run(words);
    }

    private void run(List<String> words) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BackupRefused(words.get(0) + " fails: " + said.strip());
            }
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (BackupRefused refused) {
            throw refused;
        } catch (IOException gone) {
            throw new BackupRefused(
                    words.get(0) + " cannot be run: install the client of PostgreSQL (" + gone.getMessage() + ")");
        }
    }
}
