package fr.hubee.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The durations of the cycles; Gatling's process passes them to ours in a file. */
final class Durations {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long duration) {
        nanos.add(duration);
    }

    void write(String file) {
        try {
            Files.write(
                    Path.of(file), nanos.stream().sorted().map(String::valueOf).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Milliseconds, shortest first. */
    static List<Double> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Long.parseLong(line) / 1e6)
                .toList();
    }
}
