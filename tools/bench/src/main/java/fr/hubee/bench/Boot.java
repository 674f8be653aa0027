package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Measures starts of the server on a database that is there: from its process to the first 200 of {@code /sante}, by phase. */
public final class Boot {
    private static final int STARTS = 5;

    /** Options of the JVM in {@code short_lived} of {@code dev}. */
    private static final String OF_TESTS =
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=240m -XX:MetaspaceSize=192m";

    private static final List<Phase> PHASES = List.of(
            new Phase("server, until it opens the EAR", "WFLYSRV0027"),
            new Phase("EAR opened, libraries indexed", "WFLYSRV0207"),
            new Phase("modules of the EAR indexed, descriptors read", "WFLYJPA0002"),
            new Phase("dependencies, class loaders, session beans", "WELD-000900"),
            new Phase("Weld and Hibernate", "(PostgreSQL "),
            new Phase("Flyway", "DbMigrate]"),
            new Phase("keys, caches, settings", "KeysAtStart]"),
            new Phase("our start, pages and API", "WFLYUT0021"));

    /** @param end the text in the last line of this phase */
    private record Phase(String title, String end) {
        /** @throws IllegalStateException if the log has no such line */
        long end(List<String> log) {
            return log.stream()
                    .filter(line -> line.contains(end))
                    .mapToLong(line -> OffsetDateTime.parse(line.substring(0, line.indexOf(' ')))
                            .toInstant()
                            .toEpochMilli())
                    .max()
                    .orElseThrow(() -> new IllegalStateException("The log says nothing about: " + title));
        }
    }

    private Boot() {}

    /** @param arguments how many starts of each kind; five by default */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        int starts = arguments.length == 0 ? STARTS : Integer.parseInt(arguments[0]);
        var asTested = new ArrayList<Start>();
        var asShipped = new ArrayList<Start>();
        try (var bed = Bed.make(Path.of("").toAbsolutePath(), Ports.fromEnvironment())) {
            for (int start = 1; start <= starts; start++) {
                System.out.printf("Start %d of %d ...%n", start, starts);
                asTested.add(Start.measure(bed, OF_TESTS));
                asShipped.add(Start.measure(bed, Bed.COLLECTOR));
            }
        }
        System.out.print(table(asTested, asShipped));
        System.exit(0);
    }

    private static String table(List<Start> asTested, List<Start> asShipped) {
        var table = new StringBuilder("""
                Medians, in seconds:

                | phase | as tests start it | processor | as shipped | processor |
                | --- | ---: | ---: | ---: | ---: |
                """);
        for (int phase = 0; phase <= PHASES.size(); phase++) {
            int number = phase;
            var title =
                    phase == PHASES.size() ? "first answer" : PHASES.get(phase).title();
            row(table, title, start -> start.clock(number), start -> start.cpu(number), asTested, asShipped);
        }
        row(table, "all", Start::clock, Start::cpu, asTested, asShipped);
        row(table, "lines of the log", Start::lines, start -> 0, asTested, asShipped);
        return table.toString();
    }

    private static void row(
            StringBuilder table,
            String title,
            ToDoubleFunction<Start> clock,
            ToDoubleFunction<Start> cpu,
            List<Start> asTested,
            List<Start> asShipped) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                title,
                median(asTested, clock),
                median(asTested, cpu),
                median(asShipped, clock),
                median(asShipped, cpu)));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /**
     * One start.
     *
     * @param moments its beginning, the end of each phase, and the first answer
     * @param lines of the log
     */
    private record Start(List<Moment> moments, double lines) {
        private static final long BETWEEN_MOMENTS = 20;

        static Start measure(Bed bed, String options) throws IOException, InterruptedException {
            var server = bed.startAgain(options);
            var all = new ArrayList<Moment>();
            all.add(new Moment(System.currentTimeMillis(), 0));
            var answer = ask(server.address());
            while (!answer.isDone() || answer.getNow(0) != 200) {
                if (answer.isDone()) {
                    answer = ask(server.address());
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MOMENTS);
                all.add(new Moment(System.currentTimeMillis(), Cpu.of(server.pid())));
            }
            return of(all, Files.readAllLines(server.log()));
        }

        private static Start of(List<Moment> all, List<String> log) {
            var last = all.get(all.size() - 1);
            var moments = new ArrayList<>(List.of(all.get(0)));
            for (var phase : PHASES) {
                long end = phase.end(log);
                moments.add(
                        all.stream().filter(each -> each.at >= end).findFirst().orElse(last));
            }
            moments.add(last);
            return new Start(moments, log.size());
        }

        /** Asks without waiting: a server that starts keeps requests until it is ready. */
        private static CompletableFuture<Integer> ask(URI address) {
            return HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(address.resolve("/sante")).build(), BodyHandlers.discarding())
                    .handle((response, failure) -> failure == null ? response.statusCode() : 0);
        }

        double clock() {
            return (moments.get(moments.size() - 1).at - moments.get(0).at) / 1e3;
        }

        double cpu() {
            return moments.get(moments.size() - 1).cpu / 1e3;
        }

        double clock(int phase) {
            return (moments.get(phase + 1).at - moments.get(phase).at) / 1e3;
        }

        double cpu(int phase) {
            return (moments.get(phase + 1).cpu - moments.get(phase).cpu) / 1e3;
        }
    }

    /**
     * Processor time until a moment.
     *
     * @param at milliseconds of the clock
     * @param cpu milliseconds of the processor
     */
    private record Moment(long at, double cpu) {}
}
