package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Measures everything on a server of its own, prints a table, and leaves nothing running. */
public final class Bench {
    private final Path project;
    private final Options options;
    private final boolean listOnly;

    private Bench(Path project, Options options, boolean listOnly) {
        this.project = project;
        this.options = options;
        this.listOnly = listOnly;
    }

    public static void main(String... arguments) {
        try {
            var wanted = new ArrayList<>(List.of(arguments));
            boolean listOnly = wanted.remove("list");
            new Bench(Path.of("").toAbsolutePath(), Options.read(wanted), listOnly).run();
        } catch (IllegalArgumentException
                | IllegalStateException failure) { // thrown by us, with a sentence for the reader
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (IOException | SQLException | InterruptedException failure) {
            System.err.println(failure);
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        System.out.println("Starting a database and a server ...");
        var bed = Bed.make(project, Ports.fromEnvironment());
        var report = new Report();
        if (!listOnly) {
            new LifeCycle(bed, project, options).measure(report);
            new LargeFile(bed, project, options).measure(report);
            new EmptyPoll(bed, project, options).measure(report);
            new QueueSize(bed, project, options).measure(report);
        }
        new CaseList(bed, options).measure(report);
        if (!listOnly) {
            RoundTrips.measure(bed, project, options, report);
        }
        var file = project.resolve("tools/bench/target/report.md");
        report.write(file, heading());
        System.out.printf(
                "%n%s%n%s%nAlso in %s; Gatling's pages are in tools/bench/target/gatling.%n",
                heading(), report.table(), file);
    }

    private String heading() {
        return "%s, %d processors, JDK %s: %d users, %d cycles, %d MB, %d polls%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        options.users(),
                        options.cycles(),
                        options.bytes() >> 20,
                        options.polls());
    }
}
