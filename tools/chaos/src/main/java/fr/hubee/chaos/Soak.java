package fr.hubee.chaos;

import fr.hubee.chaos.History.Answered;
import fr.hubee.launcher.Footprint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Looks, before each fault of a long run, at what both nodes keep, and tells whether it grows. */
final class Soak {
    /** Faults after which a node is another process, which has kept nothing. */
    static final Set<String> RENEWING = Set.of("kill-node", "drain-node");

    /** Small disks would be full after an hour, and a process with a clock of its own is slow. */
    static final Set<Need> WITHOUT = Set.of(Need.DISKS, Need.CLOCK);

    static final long WINDOW = TimeUnit.MINUTES.toNanos(10);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    /** In the first ten minutes code is compiled and caches are filled; the second ones are compared with the last. */
    private static final int ENOUGH_WINDOWS = 3;

    /** The path that answers when something happens, or after some seconds. */
    private static final String WAITING = "/feed/v1/events";

    private final long begin;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Span> failures = new ArrayList<>();

    private record Sample(long at, Footprint footprint) {}

    private record Span(long begin, long end) {
        boolean meets(Answered answer) {
            return answer.begin() < end && answer.begin() + TimeUnit.MILLISECONDS.toNanos(answer.tookMs()) > begin;
        }
    }

    Soak(long begin) {
        this.begin = begin;
    }

    /** Looks, and waits for the next fault. */
    void pause(Hub hub) throws IOException, InterruptedException, SQLException {
        long end = System.nanoTime() + PAUSE;
        try (var database = hub.database()) {
            for (int node = 0; node < 2; node++) {
                saw(System.nanoTime(), Footprint.of(hub.node(node).pid(), database));
            }
        }
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    }

    void saw(long at, Footprint footprint) {
        samples.add(new Sample(at, footprint));
    }

    /** Leaves out calls of that time where durations are compared. */
    void failed(long from, long to) {
        failures.add(new Span(from, to));
    }

    /** Returns medians by ten minutes, and which of them grow. */
    String table(List<Answered> answers) {
        var calm = answers.stream()
                .filter(each -> !each.request().contains(WAITING)
                        && failures.stream().noneMatch(failure -> failure.meets(each)))
                .toList();
        var columns = new LinkedHashMap<String, List<Long>>();
        columns.put("live heap of a node, MB", medians(each -> each.heap() >> 20));
        columns.put("its memory, MB", medians(each -> each.resident() >> 20));
        columns.put("its threads", medians(Footprint::threads));
        columns.put("its open files and sockets", medians(Footprint::files));
        columns.put("connections to the database", medians(Footprint::connections));
        columns.put("p50 while nothing fails, ms", percentiles(calm, 50));
        columns.put("p99, ms", percentiles(calm, 99));
        var text = new StringBuilder("| minutes | %s |%n".formatted(String.join(" | ", columns.keySet())))
                .append("| --- |" + " ---: |".repeat(columns.size()) + "\n");
        for (int window = 0; window < windows(); window++) {
            int row = window;
            text.append("| to %d | %s |%n"
                    .formatted(
                            10 * (window + 1),
                            columns.values().stream()
                                    .map(values -> "" + values.get(row))
                                    .collect(Collectors.joining(" | "))));
        }
        return text + "\n" + verdict(columns) + "\n";
    }

    private int windows() {
        return samples.isEmpty() ? 0 : window(samples.get(samples.size() - 1).at()) + 1;
    }

    private int window(long at) {
        return (int) ((at - begin) / WINDOW);
    }

    private List<Long> medians(ToLongFunction<Footprint> of) {
        return LongStream.range(0, windows())
                .mapToObj(window -> Footprint.median(
                        samples.stream()
                                .filter(each -> window(each.at()) == window)
                                .map(Sample::footprint)
                                .toList(),
                        of))
                .toList();
    }

    private List<Long> percentiles(List<Answered> calm, int percent) {
        return LongStream.range(0, windows())
                .mapToObj(window -> {
                    var sorted = calm.stream()
                            .filter(each -> window(each.begin()) == window)
                            .map(Answered::tookMs)
                            .sorted()
                            .toList();
                    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
                })
                .toList();
    }

    private String verdict(Map<String, List<Long>> columns) {
        if (windows() < ENOUGH_WINDOWS) {
            return "TOO SHORT to say whether it is flat: that takes half an hour";
        }
        var grown = columns.entrySet().stream()
                .filter(each -> grows(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return grown.isEmpty() ? "FLAT: nothing grows" : "NOT FLAT: " + String.join("; ", grown);
    }

    /** Whether the last ten minutes have a fifth more than the second ones, and more than what comes and goes. */
    private static boolean grows(List<Long> values) {
        long before = values.get(1);
        return values.get(values.size() - 1) > before + Math.max(before / 5, 10);
    }
}
