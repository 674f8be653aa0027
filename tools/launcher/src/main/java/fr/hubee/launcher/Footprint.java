package fr.hubee.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * The resources that a server keeps.
 *
 * @param heap bytes of live objects, after a full collection
 * @param resident bytes of memory that the process takes
 * @param files that are open, sockets included
 * @param connections to the database
 */
public record Footprint(long heap, long resident, long threads, long files, long connections) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+([0-9]+)");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB");

    /** @param database of any role: each sees who is connected */
    public static Footprint of(long pid, Connection database) throws IOException, InterruptedException, SQLException {
        var status = Files.readString(Path.of("/proc", "" + pid, "status"));
        return new Footprint(
                number(TOTAL, histogram(pid)),
                number(RESIDENT, status) << 10,
                number(THREADS, status),
                open(pid),
                connections(database));
    }

    /** {@code jcmd} collects first. */
    private static String histogram(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        var process = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private static long open(long pid) throws IOException {
        try (var files = Files.list(Path.of("/proc", "" + pid, "fd"))) {
            return files.count();
        }
    }

    private static long connections(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery("select count(*) from pg_stat_activity where usename like 'hubee%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }

    /** Medians of thirds: while it warms up, in the middle, at the end. */
    public static String table(List<Footprint> seen) {
        var table = new StringBuilder("""
                | median of | first third | second third | last third |
                | --- | ---: | ---: | ---: |
                """);
        row(table, "live heap, MB", seen, each -> each.heap >> 20);
        row(table, "resident memory, MB", seen, each -> each.resident >> 20);
        row(table, "threads", seen, Footprint::threads);
        row(table, "open files and sockets", seen, Footprint::files);
        row(table, "connections to the database", seen, Footprint::connections);
        return table.toString();
    }

    private static void row(StringBuilder table, String what, List<Footprint> seen, ToLongFunction<Footprint> of) {
        int third = seen.size() / 3;
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d |%n",
                what,
                median(seen.subList(0, third), of),
                median(seen.subList(third, 2 * third), of),
                median(seen.subList(2 * third, seen.size()), of)));
    }

    /** Returns 0 when nothing was seen. */
    public static long median(List<Footprint> seen, ToLongFunction<Footprint> of) {
        return seen.stream()
                .mapToLong(of)
                .sorted()
                .skip(seen.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
