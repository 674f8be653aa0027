package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Processor time of processes, from {@code /proc} on Linux, which counts hundredths of a second. */
final class Cpu {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final double TICK_MILLIS = 10;

    private Cpu() {}

    /** Milliseconds that one process has used since it started. */
    static double of(long pid) throws IOException {
        return stat(pid).own();
    }

    /** Milliseconds of a process and its children, ended ones included: PostgreSQL runs as many processes. */
    static double ofFamily(long pid) throws IOException {
        var parent = stat(pid);
        double sum = parent.own() + parent.ended();
        for (long each : all()) {
            try {
                var process = stat(each);
                sum += process.parent() == pid ? process.own() : 0;
            } catch (NoSuchFileException | ProcessGone gone) {
                // its parent counts it, or it is not ours
            }
        }
        return sum;
    }

    private record Stat(long parent, double own, double ended) {}

    private static final class ProcessGone extends IOException {
        private static final long serialVersionUID = 1L;

        ProcessGone(IOException cause) {
            super(cause);
        }
    }

    private static Stat stat(long pid) throws IOException {
        var line = read(Path.of("/proc", "" + pid, "stat"));
        // before the last parenthesis are the process id and the name, which may contain any character
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return new Stat(Long.parseLong(fields[1]), ticks(fields, 11), ticks(fields, 13));
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

    private static List<Long> all() throws IOException {
        var pids = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(
                Path.of("/proc"),
                entry -> NUMBER.matcher(entry.getFileName().toString()).matches())) {
            entries.forEach(entry -> pids.add(Long.valueOf(entry.getFileName().toString())));
        }
        return pids;
    }
}
