package fr.hubee.chaos;

import fr.hubee.chaos.History.Recovery;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run: actors at work, one fault after another, and the check. */
public final class Chaos {
    private static final int MOST_STRIKES = 10_000;
    private static final Duration LONGEST_END = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path project;
    private final long seed;
    private final int minutes;
    private final Plan plan;
    private final History history = new History();
    private final Map<String, Software> towns = new HashMap<>();
    private final Map<String, String> secrets;
    private volatile boolean depositing = true;
    private volatile boolean reading = true;
    private int strikes;

    private Chaos(Path project, long seed, int minutes, Set<Fault> faults) throws IOException {
        this.project = project;
        this.seed = seed;
        this.minutes = minutes;
        this.plan = Plan.of(seed, MOST_STRIKES, faults);
        this.secrets = secrets(project);
    }

    /** @param arguments {@code --seed=N --minutes=M --faults=kill-node,cut-database} */
    public static void main(String... arguments) throws Exception {
        var options = Stream.of(arguments)
                .map(each -> each.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 2 ? pair[1] : ""));
        if (!Set.of("seed", "minutes", "faults").containsAll(options.keySet())) {
            System.err.println("Usage: ./dev chaos [--seed=N] [--minutes=M] [--faults=kill-node,cut-database]");
            System.exit(2);
        }
        long seed = Long.parseLong(options.getOrDefault("seed", "" + new Random().nextInt(1_000_000)));
        int minutes = Integer.parseInt(options.getOrDefault("minutes", "10"));
        var faults = options.containsKey("faults")
                ? Stream.of(options.get("faults").split(","))
                        .map(each -> Fault.valueOf(each.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .collect(Collectors.toSet())
                : EnumSet.allOf(Fault.class);
        var violations = new Chaos(Path.of("").toAbsolutePath(), seed, minutes, faults).run();
        System.exit(violations.isEmpty() ? 0 : 1);
    }

    private static Map<String, String> secrets(Path project) throws IOException {
        var found = new HashMap<String, String>();
        var file = project.resolve("tools/demo/src/main/bootstrap/demo.json");
        for (var client : Software.JSON.readTree(file.toFile()).path("clients")) {
            found.put(
                    client.path("clientId").asText(),
                    client.path("clientSecret").asText());
        }
        return found;
    }

    private List<String> run() throws Exception {
        say("Seed %d, %d minutes. Starting two nodes, their database and the proxy ...".formatted(seed, minutes));
        try (var hub = Hub.start(project, project.resolve("tools/chaos/target/hub"), Ports.fromEnvironment())) {
            var threads = Executors.newCachedThreadPool(Chaos::actor);
            var running = begin(hub, threads);
            strike(hub);
            say("The last fault is mended: what is left is done, then everything is checked ...");
            try (var database = hub.database()) {
                var state = new StateReader(database, towns, software(hub, "demo-dila"));
                end(running, state);
                threads.shutdownNow();
                var violations = Rules.violations(history, state.read(List.of()));
                Files.writeString(project.resolve("tools/chaos/target/chaos-" + seed + ".md"), report(violations));
                say(report(violations));
                return violations;
            }
        }
    }

    private Software software(Hub hub, String clientId) throws IOException, GeneralSecurityException {
        return new Software(hub.client(), hub.address(), clientId, secrets.get(clientId), history);
    }

    private record Running(List<Future<Void>> depositors, List<Future<Void>> readers) {}

    private Running begin(Hub hub, ExecutorService threads) throws IOException, GeneralSecurityException {
        var depositors = new ArrayList<Future<Void>>();
        var readers = new ArrayList<Future<Void>>();
        for (int each = 0; each < 3; each++) {
            var work = new OperatorWork(software(hub, "demo-dila"), history, seed + each, seed + "-o" + each);
            depositors.add(threads.submit(repeating(work::step, true)));
        }
        var queue = new OperatorWork(software(hub, "demo-dila"), history, seed, seed + "-q");
        readers.add(threads.submit(repeating(queue::read, false)));
        for (int each = 0; each < 2; each++) {
            var reading = new FeedReading(
                    software(hub, "demo-dila"),
                    history.reader("reader " + each + " of the operator", "OSL"),
                    7 + 40 * each);
            readers.add(threads.submit(repeating(reading::step, false)));
        }
        for (var town : Town.values()) {
            if (!town.hasSoftware()) {
                continue;
            }
            towns.put(town.branchCode(), software(hub, town.clientId()));
            var work =
                    new TownWork(software(hub, town.clientId()), history, town, seed, seed + "-" + town.branchCode());
            readers.add(threads.submit(repeating(work::step, false)));
            var reading = new FeedReading(
                    software(hub, town.clientId()),
                    history.reader("reader of " + town.branchCode(), town.branchCode()),
                    10);
            readers.add(threads.submit(repeating(reading::step, false)));
        }
        return new Running(depositors, readers);
    }

    /** An actor that still waits for its answer holds up nobody. */
    private static Thread actor(Runnable work) {
        var thread = new Thread(work, "actor");
        thread.setDaemon(true);
        return thread;
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private Callable<Void> repeating(Step step, boolean deposits) {
        return () -> {
            while (deposits ? depositing : reading) {
                step.take();
                Thread.sleep(PAUSE.toMillis());
            }
            return null;
        };
    }

    private void strike(Hub hub) throws InterruptedException, IOException, SQLException, GeneralSecurityException {
        var probe = new Software(hub.client(), hub.address(), "demo-dila", secrets.get("demo-dila"), new History());
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        recover(hub, probe);
        for (var strike : plan.strikes()) {
            if (System.nanoTime() > end) {
                return;
            }
            Thread.sleep(strike.pauseMs());
            strikes++;
            strike.fault().strike(hub, strike.node());
            Thread.sleep(strike.lastsMs());
            strike.fault().mend(hub, strike.node());
            var ms = recover(hub, probe);
            history.note(new Recovery(strike.toString(), ms));
            say("%d. %s for %d ms: %s"
                    .formatted(strikes, strike, strike.lastsMs(), ms == null ? "NO RECOVERY" : ms + " ms"));
        }
    }

    /** @return ms until the proxy sends to both nodes and a call that needs the database succeeds; null when that took too long */
    private static Long recover(Hub hub, Software probe) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        while (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) <= 2 * Rules.LONGEST_RECOVERY_MS) {
            if (hub.isWhole()
                    && probe.get("/folders/00000000-0000-7000-8000-000000000000")
                                    .status()
                            == 404) {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            }
            Thread.sleep(100);
        }
        return null;
    }

    /** Lets all calls end, all queues be read, and all readers reach the end of the log. */
    private void end(Running running, StateReader state) throws InterruptedException, SQLException, ExecutionException {
        depositing = false;
        for (var each : running.depositors()) {
            each.get();
        }
        long end = System.nanoTime() + LONGEST_END.toNanos();
        int quiet = 0;
        while (quiet < 3 && System.nanoTime() < end) {
            Thread.sleep(3_000);
            quiet = state.isQuiet() && areAtTheEnd(state) ? quiet + 1 : 0;
        }
        reading = false;
        for (var each : running.readers()) {
            each.get();
        }
    }

    private boolean areAtTheEnd(StateReader state) throws SQLException {
        var logs = state.logs();
        return history.readers().values().stream()
                .allMatch(reader -> reader.events().size()
                        >= logs.getOrDefault(reader.party(), List.of()).size());
    }

    private String report(List<String> violations) {
        var text = new StringBuilder("# Seed %d, %d minutes%n%n".formatted(seed, minutes));
        text.append("%d faults, %d calls, %d deposits, %d messages and statuses, %d violations%n%n"
                .formatted(
                        strikes,
                        history.answers().size(),
                        history.deposits().size(),
                        history.written().size(),
                        violations.size()));
        violations.stream()
                .limit(50)
                .forEach(each -> text.append("- ").append(each).append('\n'));
        text.append("\n| fault | times | recovery p50 | p99 |\n| --- | --: | --: | --: |\n");
        history.recoveries().stream()
                .collect(Collectors.groupingBy(
                        each -> each.fault().replaceFirst(" of node .", ""),
                        TreeMap::new,
                        Collectors.mapping(Recovery::ms, Collectors.toList())))
                .forEach((fault, all) -> {
                    var sorted = all.stream()
                            .map(ms -> ms == null ? Long.MAX_VALUE : ms)
                            .sorted()
                            .toList();
                    text.append("| %s | %d | %d ms | %d ms |%n"
                            .formatted(
                                    fault,
                                    sorted.size(),
                                    sorted.get(sorted.size() / 2),
                                    sorted.get((sorted.size() * 99 + 99) / 100 - 1)));
                });
        return text.toString();
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
