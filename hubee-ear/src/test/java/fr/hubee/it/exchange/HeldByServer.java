package fr.hubee.it.exchange;

import fr.hubee.it.server.OwnServer;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources of a server at one moment, as counted by Linux and PostgreSQL.
 *
 * @param orphans files of the store that no row names
 * @param errors lines of its log
 */
record HeldByServer(long descriptors, long threads, int connections, long orphans, List<String> errors) {
    /** Tolerance, since pools grow and shrink a little. */
    private static final int LEEWAY = 40;

    static HeldByServer now(OwnServer own, ServerProcess server) throws IOException, SQLException {
        var process = Path.of("/proc", String.valueOf(server.pid()));
        try (var lines = Files.lines(server.log(), StandardCharsets.ISO_8859_1)) {
            return new HeldByServer(
                    entries(process.resolve("fd")),
                    entries(process.resolve("task")),
                    own.sql().number("select count(*) from pg_stat_activity where application_name = 'hubee'"),
                    stored(own) - own.sql().number("select count(*) from attachment where blob_key is not null"),
                    lines.filter(line -> line.contains(" ERROR ")).toList());
        }
    }

    private static long entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    private static long stored(OwnServer own) throws IOException {
        try (Stream<Path> all = Files.walk(own.blobs())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    boolean isLike(HeldByServer before) {
        return descriptors <= before.descriptors + LEEWAY
                && threads <= before.threads + LEEWAY
                && connections <= before.connections + LEEWAY
                && orphans == before.orphans;
    }
}
