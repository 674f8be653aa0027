package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Measures the most opened pages of the portal, as people of four roles read them. */
public final class PortalPages {
    /** Télédossiers of all organisations together. */
    private static final int CASES = 10_000;

    /** Pages of each kind before the first is measured: until then the compilers of the JVM take most of the time. */
    static final int WARM_UP = 300;

    private static final int TIMES = 100;
    private static final Pattern CASE = Pattern.compile("href=\"(/teledossier\\?[^\"]+)\"");

    private static final String AGENT = "secretaire";
    private static final String LOCAL = "maire";
    private static final String BUSINESS = "bureau";
    private static final String NATIONAL = "exploitation";

    private final Bed bed;
    private final List<Page> pages = new ArrayList<>();

    private record Page(String who, String path) {
        String name() {
            return who + " " + path.replaceFirst("\\?.*", "");
        }
    }

    private PortalPages(Bed bed) {
        this.bed = bed;
    }

    /** Loads people, towns and télédossiers, and opens a session for each person. */
    static PortalPages of(Bed bed) throws IOException, InterruptedException, SQLException {
        try (var database = bed.connect();
                var statement = database.createStatement()) {
            statement.execute(resource("volume-people.sql"));
            statement.execute(resource("volume.sql").replace(":from", "1").replace(":to", "" + CASES));
            statement.execute("vacuum analyze");
        }
        var measured = new PortalPages(bed);
        for (var who : List.of(AGENT, LOCAL, BUSINESS, NATIONAL)) {
            measured.add(who, "/accueil", "/teledossiers?statut=tous", measured.firstCase(who), "/profil", "/aide");
            measured.add(who, who.equals(AGENT) ? "/mes-telechargements" : "/abonnements");
        }
        return measured;
    }

    /** @param arguments none */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        try (var bed = Bed.make(Path.of("").toAbsolutePath(), Ports.fromEnvironment());
                var administrator = bed.administrator()) {
            of(bed).print(administrator, Files.createDirectories(Path.of("tools/bench/target/pages")));
        }
        System.exit(0);
    }

    private void print(Connection administrator, Path statements)
            throws IOException, InterruptedException, SQLException {
        open(WARM_UP);
        System.out.printf("| %-32s | server, ms | PostgreSQL, ms | statements | transactions |%n", "page");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (var page : pages) {
            Statements.forget(administrator);
            var before = Traffic.read(administrator);
            var spent = bed.measure(() -> open(page, TIMES)).per(TIMES);
            var traffic = Traffic.read(administrator).since(before);
            Statements.write(
                    administrator, TIMES, statements.resolve(page.name().replaceAll("\\W+", "-") + ".md"));
            System.out.printf(
                    Locale.ROOT,
                    "| %-32s | %10.1f | %14.1f | %10.1f | %12.1f |%n",
                    page.name(),
                    spent.program(),
                    spent.database(),
                    traffic.per(Traffic.STATEMENTS, TIMES),
                    traffic.per(Traffic.BEGUN, TIMES));
        }
    }

    /** Opens each page so many times, and returns what one of them costs, a mean of all. */
    Spent cost(int times) throws IOException, InterruptedException, SQLException {
        return bed.measure(() -> open(times)).per((double) times * pages.size());
    }

    private void add(String who, String... paths) {
        for (var path : paths) {
            pages.add(new Page(who, path));
        }
    }

    private String firstCase(String who) throws IOException, InterruptedException {
        var link = CASE.matcher(new Browser(bed.address(), who).get("/teledossiers?statut=tous"));
        if (!link.find()) {
            throw new IllegalStateException("The list of " + who + " is empty");
        }
        return link.group(1).replace("&amp;", "&");
    }

    private void open(int times) throws IOException, InterruptedException {
        for (var page : pages) {
            open(page, times);
        }
    }

    private void open(Page page, int times) throws IOException, InterruptedException {
        var browser = new Browser(bed.address(), page.who());
        for (int time = 0; time < times; time++) {
            browser.get(page.path());
        }
    }

    private static String resource(String name) throws IOException {
        try (var file = PortalPages.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
