package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Processor time of processes, from {@code /proc} on Linux, which counts hundredths of a second. */
final class Cpu {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final double TICK_MILLIS = 10;

    static final String COMPILERS = "compilers";

    /** Names of threads, of which Linux keeps fifteen characters. */
    private static final Map<Pattern, String> KINDS = Map.of(
            Pattern.compile("C[12] Comp"), COMPILERS,
            Pattern.compile("GC |ParGC|G1 |VM "), "collector and virtual machine",
            Pattern.compile("default I/O|XNIO|default Accept"), "input and output",
            Pattern.compile("default task"), "workers",
            Pattern.compile("EE-Managed|EJB default"), "managed threads and timers");

    private Cpu() {}

    /** Milliseconds that one process has used since it started. */
    static double of(long pid) throws IOException {
        return stat(pid).own();
    }

    /** Milliseconds of a process and its children, ended ones included: PostgreSQL runs as many processes. */
    static double ofFamily(long pid) throws IOException {
        var parent = stat(pid);
        double sum = parent.own() + parent.ended();
        for (long each : all(Path.of("/proc"))) {
            try {
                var process = stat(each);
                sum += process.parent() == pid ? process.own() : 0;
            } catch (NoSuchFileException | ProcessGone gone) {
                // its parent counts it, or it is not ours
            }
        }
        return sum;
    }

    /** Milliseconds of the living threads of a JVM by their kind: a profiler of Java never shows compilers and collectors. */
    static Map<String, Double> byThread(long pid) throws IOException {
        var sums = new TreeMap<String, Double>();
        for (long thread : all(Path.of("/proc", "" + pid, "task"))) {
            try {
                var found = stat(Path.of("/proc", "" + pid, "task", "" + thread, "stat"));
                sums.merge(kind(found.name()), found.own(), Double::sum);
            } catch (NoSuchFileException | ProcessGone gone) {
                // it has ended meanwhile
            }
        }
        return sums;
    }

    private static String kind(String thread) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(thread).lookingAt())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("others");
    }

    private record Stat(String name, long parent, double own, double ended) {}

    private static final class ProcessGone extends IOException {
        private static final long serialVersionUID = 1L;

        ProcessGone(IOException cause) {
            super(cause);
        }
    }

    private static Stat stat(long pid) throws IOException {
        return stat(Path.of("/proc", "" + pid, "stat"));
    }

    private static Stat stat(Path file) throws IOException {
        var line = read(file);
        // the name between the first and the last parenthesis may contain any character
        int end = line.lastIndexOf(')');
        var fields = line.substring(end + 2).split(" ", -1);
        return new Stat(
                line.substring(line.indexOf('(') + 1, end),
                Long.parseLong(fields[1]),
                ticks(fields, 11),
                ticks(fields, 13));
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException gone) {
            throw new ProcessGone(gone);
        }
    }

    private static double ticks(String[] fields, int first) {
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) * TICK_MILLIS;
    }

    private static List<Long> all(Path folder) throws IOException {
        var pids = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(
                folder, entry -> NUMBER.matcher(entry.getFileName().toString()).matches())) {
            entries.forEach(entry -> pids.add(Long.valueOf(entry.getFileName().toString())));
        }
        return pids;
    }
}
