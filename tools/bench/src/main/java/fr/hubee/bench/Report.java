package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures, as one table. */
final class Report {
    private static final String ROW = "| %-52s | %10s | %10s | %10s | %-48s |%n";

    private static final String CYCLE = "life cycle (19 requests), ms";
    private static final String FAIR = "floor: the same guarantees in SQL, ms";
    private static final String SQL = "former floor: its SQL through plain JDBC, ms";
    private static final String FILES = "floor: its two files, SHA-256 and fsync, ms";
    private static final String UPLOAD = "upload, s/GB";
    private static final String WRITE = "floor: plain write, SHA-256 and fsync, s/GB";
    private static final String DOWNLOAD = "download, s/GB";
    private static final String READ = "floor: plain read, SHA-256, s/GB";
    private static final String POLL = "empty poll, ms";
    private static final String UNASKED = "empty answer of the same API, ms";
    private static final String BARE = "floor: empty JAX-RS answer, no caller, ms";
    private static final int REQUESTS = 19;

    private final List<String> rows = new ArrayList<>();
    private final Map<String, String> counts = new LinkedHashMap<>();
    private final Map<String, Spent> spent = new HashMap<>();

    void lifeCycle(Spent cycle, List<Double> millis, double throughput, int users) {
        var note = "p50 %.0f ms, p95 %.0f ms, %.1f cycles/s, %d users";
        row(CYCLE, cycle, format(note, percentile(millis, 50), percentile(millis, 95), throughput, users));
    }

    /** Adds the counters of the database during the life cycles. */
    void traffic(Traffic traffic, int cycles) {
        for (var each :
                List.of(Traffic.STATEMENTS, Traffic.TRANSACTIONS, Traffic.JOURNAL, Traffic.ANSWERS, Traffic.LOG)) {
            counts.put(each + " of a life cycle", format("%,.1f", traffic.per(each, cycles)));
        }
        for (var table : List.of("cases", "folder", "attachment")) {
            counts.put(
                    "updates of " + table + " that change no index (HOT)",
                    format("%.0f %%", 100 * traffic.hotShare(table)));
        }
    }

    /** Adds the server's milliseconds during the life cycles, by the kind of thread that spent them. */
    void threads(Map<String, Double> millis, int cycles) {
        millis.forEach((kind, spent) ->
                counts.put("server of a life cycle: " + kind + ", ms", format("%.2f", spent / cycles)));
    }

    void roundTrips(double trips, double checks) {
        counts.put("round trips to the database of a life cycle", format("%.1f", trips));
        counts.put("of these, checks of a connection", format("%.1f", checks));
    }

    void fairFloor(Spent cycle, int trips) {
        row(FAIR, cycle, format("%d round trips", trips));
    }

    void sqlFloor(Spent cycle) {
        row(SQL, cycle, "");
    }

    void fileFloor(Spent cycle) {
        row(FILES, cycle, "");
    }

    void upload(Spent gigabyte) {
        rate(UPLOAD, gigabyte);
    }

    void uploadFloor(Spent gigabyte) {
        rate(WRITE, gigabyte);
    }

    void download(Spent gigabyte) {
        rate(DOWNLOAD, gigabyte);
    }

    void downloadFloor(Spent gigabyte) {
        rate(READ, gigabyte);
    }

    void emptyPoll(Spent poll, Spent unasked, Spent floor) {
        row(POLL, poll, "");
        row(UNASKED, unasked, "");
        row(BARE, floor, "");
    }

    void queue(int few, Spent among, int many, Spent amongMany) {
        row(format("25 notifications read among %,d folders, ms", few), among, "");
        row(
                format("25 notifications read among %,d folders, ms", many),
                amongMany,
                format("%.2f times the line above", amongMany.cpu() / among.cpu()));
    }

    void list(String what, Spent page) {
        row(format("%s, ms", what), page, format("%.1f ms on the clock", page.seconds() * 1000));
    }

    /** The ratios that count, once everything they need was measured. */
    private void ratios() {
        if (!spent.keySet()
                .containsAll(List.of(CYCLE, FAIR, SQL, FILES, POLL, UNASKED, BARE, UPLOAD, WRITE, DOWNLOAD, READ))) {
            return;
        }
        double rest = cpu(FILES) + REQUESTS * cpu(BARE);
        ratio(
                "life cycle / (the same guarantees in SQL + its files + 19 bare answers)",
                cpu(CYCLE) / (cpu(FAIR) + rest));
        ratio(
                "database of a life cycle / that of the same guarantees",
                spent.get(CYCLE).database() / spent.get(FAIR).database());
        ratio("life cycle / (its SQL + its files + 19 bare answers), former floor", cpu(CYCLE) / (cpu(SQL) + rest));
        ratio(
                "database of a life cycle / that of its SQL, former floor",
                spent.get(CYCLE).database() / spent.get(SQL).database());
        ratio("empty answer of the API / bare answer", cpu(UNASKED) / cpu(BARE));
        ratio("empty poll / empty answer of the API", cpu(POLL) / cpu(UNASKED));
        ratio("upload / floor", cpu(UPLOAD) / cpu(WRITE));
        ratio("download / floor", cpu(DOWNLOAD) / cpu(READ));
    }

    private double cpu(String what) {
        return spent.get(what).cpu();
    }

    private void ratio(String what, double value) {
        counts.put(what, format("%.2f", value));
    }

    private void rate(String what, Spent gigabyte) {
        var seconds = new Spent(gigabyte.program() / 1000, gigabyte.database() / 1000, gigabyte.seconds());
        row(what, seconds, format("%.0f MB/s", 1000 / gigabyte.seconds()));
    }

    private void row(String what, Spent spent, String note) {
        var row = format(ROW, what, number(spent.cpu()), number(spent.program()), number(spent.database()), note);
        System.out.print(row);
        rows.add(row);
        this.spent.put(what, spent);
    }

    private static String number(double value) {
        return format("%.3f", value);
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    String table() {
        var line = "-".repeat(10) + ":";
        return format(ROW, "processor time of", "total", "program", "database", "")
                + format(ROW, "---", line.substring(1), line.substring(1), line.substring(1), "---")
                + String.join("", rows)
                + counted();
    }

    private String counted() {
        ratios();
        var table = new StringBuilder(format("%n| %-60s | %12s |%n| %-60s | %12s |%n", "", "", "---", "---:"));
        counts.forEach((what, count) -> table.append(format("| %-60s | %12s |%n", what, count)));
        return table.toString();
    }

    void write(Path file, String heading) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, heading + "\n" + table());
    }
}
