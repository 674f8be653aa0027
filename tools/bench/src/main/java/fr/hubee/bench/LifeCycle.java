package fr.hubee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the whole life of a folder with Gatling, and the same SQL and files without HubEE. */
final class LifeCycle {
    /** Share of the compilers below which a server is warm. */
    private static final double WARM = 0.05;

    private final Bed bed;
    private final Path project;
    private final Options options;
    private final Partner osl;
    private final Partner si;

    LifeCycle(Bed bed, Path project, Options options) throws IOException, InterruptedException {
        this.bed = bed;
        this.project = project;
        this.options = options;
        this.osl = Partner.named("demo-dila", project, bed.address());
        this.si = Partner.named("demo-valbourg-etatcivil", project, bed.address());
    }

    void measure(Report report) throws IOException, InterruptedException, SQLException {
        int cycles = options.cycles() / options.users() * options.users();
        warmUp();
        Pause.of(options, bed, "life cycle");
        Spent spent;
        try (var database = bed.administrator()) {
            Statements.forget(database);
            var before = Traffic.read(database);
            var threads = Cpu.byThread(bed.serverPid());
            spent = bed.measure(() -> simulate("life-cycle"));
            report.threads(since(threads), cycles);
            report.traffic(Traffic.read(database).since(before), cycles);
            Statements.write(database, cycles, project.resolve("tools/bench/target/statements.md"));
        }
        var durations = Durations.read(durations("life-cycle"));
        if (durations.size() != cycles) {
            throw new IllegalStateException((cycles - durations.size()) + " cycles failed, see "
                    + results().resolve("life-cycle.log"));
        }
        report.lifeCycle(spent.per(cycles), durations, durations.size() / longest(durations), options.users());
        var fair = SqlFloor.fair(bed, options.users());
        report.fairFloor(fair.measure(cycles).per(cycles), fair.trips());
        report.sqlFloor(SqlFloor.former(bed, options.users()).measure(cycles).per(cycles));
        report.fileFloor(new FileFloor(bed).smallFiles(cycles).per(cycles));
    }

    /** Lives cycles until the compilers of the JVM take little of the server's time. */
    private void warmUp() throws IOException, InterruptedException {
        for (int run = 0; run < options.warmUps(); run++) {
            var before = Cpu.byThread(bed.serverPid());
            simulate("warm-up");
            var spent = since(before);
            double all =
                    spent.values().stream().mapToDouble(Double::doubleValue).sum();
            double share = spent.getOrDefault(Cpu.COMPILERS, 0.0) / all;
            System.out.printf(
                    Locale.ROOT, "Warming up: the compilers took %.0f %% of the server's time%n", 100 * share);
            if (share < WARM) {
                return;
            }
        }
    }

    private Map<String, Double> since(Map<String, Double> before) throws IOException {
        var spent = Cpu.byThread(bed.serverPid());
        spent.replaceAll((kind, millis) -> millis - before.getOrDefault(kind, 0.0));
        return spent;
    }

    /** Per cycle. */
    Spent cost(String name) throws IOException, InterruptedException, SQLException {
        return bed.measure(() -> simulate(name)).per(options.cycles() / options.users() * options.users());
    }

    /** Gatling takes time to start and to stop: only the times of its users count. */
    private double longest(List<Double> durations) {
        double busy = durations.stream().mapToDouble(Double::doubleValue).sum();
        return busy / 1000 / options.users();
    }

    private void simulate(String name) throws IOException, InterruptedException {
        var gatling = start(name, List.of());
        try {
            await(gatling);
        } finally {
            gatling.destroy();
        }
    }

    /** Starts that many cycles each second for that time, even if earlier ones have not ended; the caller waits for its end. */
    Process steady(String name, int perSecond, Duration time) throws IOException {
        return start(name, List.of("-Dbench.rate=" + perSecond, "-Dbench.seconds=" + time.toSeconds()));
    }

    /** @throws IllegalStateException if a cycle failed */
    static void await(Process gatling) throws InterruptedException {
        int code = gatling.waitFor();
        if (code != 0) {
            throw new IllegalStateException("Gatling ended with " + code + ", see tools/bench/target/gatling");
        }
    }

    private Process start(String name, List<String> more) throws IOException {
        var log = Files.createDirectories(results()).resolve(name + ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dgatling.data.enableAnalytics=false",
                "-Dbench.address=" + bed.address().toString().replaceFirst("/$", ""),
                "-Dbench.users=" + options.users(),
                "-Dbench.cycles=" + options.cycles(),
                "-Dbench.osl=" + osl.token(),
                "-Dbench.si=" + si.token(),
                "-Dbench.durations=" + durations(name)));
        command.addAll(more);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "-s",
                LifeCycleSimulation.class.getName(),
                "-rf",
                results().toString(),
                "-rd",
                name));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private Path durations(String name) {
        return results().resolve(name + ".durations");
    }

    private Path results() {
        return project.resolve("tools/bench/target/gatling");
    }
}
