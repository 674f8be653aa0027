package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures, as one table. */
final class Report {
    private static final String ROW = "| %-52s | %10s | %10s | %10s | %-48s |%n";

    private final List<String> rows = new ArrayList<>();

    void lifeCycle(Spent cycle, List<Double> millis, double throughput, int users) {
        var note = "p50 %.0f ms, p95 %.0f ms, %.1f cycles/s, %d users";
        row(
                "life cycle (19 requests), ms",
                cycle,
                format(note, percentile(millis, 50), percentile(millis, 95), throughput, users));
    }

    void sqlFloor(Spent cycle) {
        row("floor: its SQL through plain JDBC, ms", cycle, "");
    }

    void fileFloor(Spent cycle) {
        row("floor: its two files, SHA-256 and fsync, ms", cycle, "");
    }

    void upload(Spent gigabyte) {
        rate("upload, s/GB", gigabyte);
    }

    void uploadFloor(Spent gigabyte) {
        rate("floor: plain write, SHA-256 and fsync, s/GB", gigabyte);
    }

    void download(Spent gigabyte) {
        rate("download, s/GB", gigabyte);
    }

    void downloadFloor(Spent gigabyte) {
        rate("floor: plain read, s/GB", gigabyte);
    }

    void emptyPoll(Spent poll, Spent unasked, Spent floor) {
        row("empty poll, ms", poll, "");
        row("empty answer of the same API, ms", unasked, ratio("poll", poll, unasked));
        row("floor: empty JAX-RS answer, no caller, ms", floor, ratio("poll", poll, floor));
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

    private static String ratio(String name, Spent one, Spent other) {
        return format("%s is %.2f times this", name, one.cpu() / other.cpu());
    }

    private void rate(String what, Spent gigabyte) {
        var seconds = new Spent(gigabyte.program() / 1000, gigabyte.database() / 1000, gigabyte.seconds());
        row(what, seconds, format("%.0f MB/s", 1000 / gigabyte.seconds()));
    }

    private void row(String what, Spent spent, String note) {
        var row = format(ROW, what, number(spent.cpu()), number(spent.program()), number(spent.database()), note);
        System.out.print(row);
        rows.add(row);
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
                + String.join("", rows);
    }

    void write(Path file, String heading) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, heading + "\n" + table());
    }
}
