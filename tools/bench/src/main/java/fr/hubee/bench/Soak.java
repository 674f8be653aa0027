package fr.hubee.bench;

import fr.hubee.launcher.Footprint;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Keeps a server busy for an hour, and checks each minute whether it keeps more resources than it needs. */
public final class Soak {
    private static final int MINUTES = 60;
    private static final int CYCLES_PER_SECOND = 4;

    /** A token lives longer; Gatling is started anew with new ones. */
    private static final int MINUTES_A_PART = 10;

    private static final List<String> PAGES = List.of(
            "/teledossiers?statut=nouveaux", "/teledossiers?statut=tous&recherche=exemple", "/mes-filtres", "/profil");

    private final Bed bed;
    private final Path project;
    private final List<Footprint> seen = new ArrayList<>();

    private Soak(Bed bed, Path project) {
        this.bed = bed;
        this.project = project;
    }

    /** @param arguments minutes and cycles a second; 60 and 4 by default */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CYCLES_PER_SECOND;
        var project = Path.of("").toAbsolutePath();
        try (var bed = Bed.make(project, Ports.fromEnvironment())) {
            new CaseList(bed, Options.read(List.of("--smoke", "--cases=1000"))).load();
            var soak = new Soak(bed, project);
            soak.work(minutes, rate);
            var report = Footprint.table(soak.seen);
            Files.writeString(project.resolve("tools/bench/target/soak.md"), report);
            System.out.println(report);
        }
        System.exit(0);
    }

    private void work(int minutes, int rate) throws IOException, InterruptedException, SQLException {
        for (int minute = 0; minute < minutes; minute += MINUTES_A_PART) {
            int part = Math.min(MINUTES_A_PART, minutes - minute);
            var gatling = new LifeCycle(bed, project, Options.read(List.of("--smoke")))
                    .steady("soak-" + minute, rate, Duration.ofMinutes(part));
            try {
                for (int past = 0; past < part; past++) {
                    browse(Duration.ofMinutes(1));
                    sample();
                }
                LifeCycle.await(gatling);
            } finally {
                gatling.destroy();
            }
        }
    }

    private void browse(Duration time) throws IOException, InterruptedException {
        var browser = new Browser(bed.address(), CaseList.SESSION);
        long end = System.nanoTime() + time.toNanos();
        for (int page = 0; System.nanoTime() < end; page++) {
            browser.get(PAGES.get(page % PAGES.size()));
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private void sample() throws IOException, InterruptedException, SQLException {
        try (var database = bed.administrator()) {
            var now = Footprint.of(bed.serverPid(), database);
            seen.add(now);
            System.out.println(seen.size() + " " + now);
        }
    }
}
