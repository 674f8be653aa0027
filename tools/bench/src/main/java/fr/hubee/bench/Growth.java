package fr.hubee.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same work with few télédossiers and with many, side by side. */
final class Growth {
    private static final String ROW = "| %-40s | %10s | %10s | %10s | %10s | %6s |%n";

    /** A statement that became so many times slower is listed, if it takes a millisecond at least. */
    private static final double STEEP = 3;

    private final Map<String, List<Spent>> measured = new LinkedHashMap<>();
    private final List<Map<String, Double>> statements = new ArrayList<>();

    void add(String what, Spent spent) {
        measured.computeIfAbsent(what, key -> new ArrayList<>()).add(spent);
        System.out.printf(Locale.ROOT, "%-44s %10.2f %10.2f%n", what, spent.program(), spent.database());
    }

    /** @param means milliseconds of each statement */
    void add(Map<String, Double> means) {
        statements.add(means);
    }

    String table(int few, int many) {
        var table = new StringBuilder(String.format(
                Locale.ROOT,
                "Processor time, ms, of the server and of PostgreSQL, with %,d télédossiers and with %,d:%n%n",
                few,
                many));
        table.append(ROW.formatted("", "server", "PostgreSQL", "server", "PostgreSQL", "times"));
        table.append(ROW.formatted("---", "---:", "---:", "---:", "---:", "---:"));
        measured.forEach((what, spent) -> table.append(row(what, spent.get(0), spent.get(1))));
        table.append(
                "%nStatements of PostgreSQL that take a millisecond at least, and %.0f times as long as before:%n%n"
                        .formatted(STEEP));
        statements.get(1).forEach((query, now) -> {
            double before = statements.get(0).getOrDefault(query, 0.0);
            if (now >= 1 && before > 0 && now > STEEP * before) {
                table.append(String.format(Locale.ROOT, "- %.2f → %.2f ms: `%s`%n", before, now, query));
            }
        });
        return table.toString();
    }

    private static String row(String what, Spent few, Spent many) {
        return ROW.formatted(
                what,
                number(few.program()),
                number(few.database()),
                number(many.program()),
                number(many.database()),
                number(many.cpu() / few.cpu()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
