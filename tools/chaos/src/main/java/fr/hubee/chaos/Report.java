package fr.hubee.chaos;

import fr.hubee.chaos.History.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the results of a run as a page, which another run of the tool adds up. */
record Report(
        long seed,
        long minutes,
        long calls,
        long deposits,
        long texts,
        List<String> violations,
        List<Recovery> recoveries) {
    private static final int SHOWN = 50;
    private static final Pattern HEAD = Pattern.compile("# Seed (\\d+), (\\d+) minutes");
    private static final Pattern NUMBERS = Pattern.compile(
            "\\d+ faults, (\\d+) calls, (\\d+) deposits, (\\d+) messages and statuses, (\\d+) violations");
    private static final Pattern VIOLATION = Pattern.compile("(?m)^- (.+)$");
    private static final Pattern FAULT = Pattern.compile("(?m)^\\d+\\. (.+): (?:(\\d+) ms|no recovery)");

    static Report of(long seed, long minutes, History history, List<String> violations) {
        return new Report(
                seed,
                minutes,
                history.answers().size(),
                history.deposits().size(),
                history.written().size(),
                violations,
                history.recoveries());
    }

    String text() {
        return "# Seed %d, %d minutes%n%n%d faults, %d calls, %d deposits, %d messages and statuses, %d violations%n%n"
                        .formatted(seed, minutes, recoveries.size(), calls, deposits, texts, violations.size())
                + violations.stream().limit(SHOWN).map("- %s%n"::formatted).collect(Collectors.joining())
                + table(recoveries)
                + IntStream.range(0, recoveries.size())
                        .mapToObj(each -> "%d. %s: %s%n"
                                .formatted(
                                        each + 1,
                                        recoveries.get(each).fault(),
                                        recoveries.get(each).ms() == null
                                                ? "no recovery"
                                                : recoveries.get(each).ms() + " ms"))
                        .collect(Collectors.joining("", "\n", ""));
    }

    private static Report read(Path file) throws IOException {
        var text = Files.readString(file);
        var head = HEAD.matcher(text);
        var numbers = NUMBERS.matcher(text);
        if (!head.find() || !numbers.find()) {
            throw new IOException(file + " is no report of a run");
        }
        var violations =
                VIOLATION.matcher(text).results().map(line -> line.group(1)).toList();
        var recoveries = FAULT.matcher(text)
                .results()
                .map(line -> new Recovery(line.group(1), line.group(2) == null ? null : Long.valueOf(line.group(2))))
                .toList();
        return new Report(
                Long.parseLong(head.group(1)),
                Long.parseLong(head.group(2)),
                Long.parseLong(numbers.group(1)),
                Long.parseLong(numbers.group(2)),
                Long.parseLong(numbers.group(3)),
                violations,
                recoveries);
    }

    /** Adds up the reports of several runs. */
    static String sum(List<Path> files) throws IOException {
        var all = new ArrayList<Report>();
        for (var file : files) {
            all.add(read(file));
        }
        var text = new StringBuilder(
                        "| seed | minutes | faults | calls | deposits | messages and statuses | violations |\n")
                .append("| --: | --: | --: | --: | --: | --: | --: |\n");
        all.forEach(each -> text.append(line(String.valueOf(each.seed), List.of(each))));
        text.append(line("%d runs".formatted(all.size()), all));
        text.append(table(all.stream().flatMap(each -> each.recoveries.stream()).toList()));
        all.forEach(each ->
                each.violations.forEach(violation -> text.append("\n- seed %d: %s".formatted(each.seed, violation))));
        return text.toString();
    }

    private static String line(String name, List<Report> reports) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %,d | %,d | %,d | %d |%n",
                name,
                reports.stream().mapToLong(Report::minutes).sum(),
                reports.stream().mapToLong(each -> each.recoveries.size()).sum(),
                reports.stream().mapToLong(Report::calls).sum(),
                reports.stream().mapToLong(Report::deposits).sum(),
                reports.stream().mapToLong(Report::texts).sum(),
                reports.stream().mapToLong(each -> each.violations.size()).sum());
    }

    private static String table(List<Recovery> recoveries) {
        return recoveries.stream()
                .collect(Collectors.groupingBy(
                        each -> each.fault().replaceFirst(" of node .", ""), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .collect(Collectors.joining(
                        "", "\n| fault | times | recovery p50 | p99 |\n| --- | --: | --: | --: |\n", ""));
    }

    private static String row(String fault, List<Recovery> all) {
        var sorted = all.stream()
                .map(each -> each.ms() == null ? Long.MAX_VALUE : each.ms())
                .sorted()
                .toList();
        return "| %s | %d | %s | %s |%n"
                .formatted(fault, sorted.size(), percentile(sorted, 50), percentile(sorted, 99));
    }

    private static String percentile(List<Long> sorted, int percent) {
        long ms = sorted.get((sorted.size() * percent + 99) / 100 - 1);
        return ms == Long.MAX_VALUE ? "none" : String.format(Locale.ROOT, "%,d ms", ms);
    }
}
