package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures the work of people, software and jobs while few télédossiers exist, then while very many do, in one run: the cost of one
 * organisation or one night should not grow with the total.
 */
public final class Volume {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;

    /** Number of requests until the server has compiled the code of a page. */
    private static final int WARM_UP = 60;

    /** Number of calls for an operation that is frequent all day: the server has then compiled it as well as it can. */
    private static final int UNTIL_ALL_IS_COMPILED = 3000;

    private static final int TIMES = 10;
    private static final int MANY_TIMES = 100;
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    /** Télédossiers that are due in the night, whatever else there is. */
    private static final int DUE = 1000;

    private static final String TOWN = "secretaire";
    private static final String CITY = "ville";
    private static final String OPERATOR = "exploitation";

    private static final String MAYOR = "maire";
    private static final String BUSINESS = "bureau";
    private static final String EDITOR = "editeur";

    private static final List<Page> PAGES = List.of(
            new Page("town: what there is to do", TOWN, "/accueil"),
            new Page("town: what she has taken", TOWN, "/teledossiers?statut=tous&qui=moi"),
            new Page("city: what its agent has taken, 1,000 télédossiers", CITY, "/teledossiers?statut=tous&qui=moi"),
            new Page("local administrator: what there is to do", MAYOR, "/accueil"),
            new Page("local administrator: her own statistics", MAYOR, "/nos-statistiques"),
            new Page("operator of two démarches: what there is to do", BUSINESS, "/accueil"),
            new Page("operator of two démarches: what nobody opens", BUSINESS, "/a-surveiller"),
            new Page("editor of 20,000 subscriptions: what there is to do", EDITOR, "/accueil"),
            new Page("operator: what there is to do", OPERATOR, "/accueil"),
            new Page("everybody: open data", TOWN, "/donnees-ouvertes"),
            new Page("town: what is new", TOWN, "/teledossiers?statut=nouveaux"),
            new Page("town: everything", TOWN, "/teledossiers?statut=tous"),
            new Page("town: search of a name", TOWN, "/teledossiers?statut=tous&recherche=martin"),
            new Page("city: what is new", CITY, "/teledossiers?statut=nouveaux"),
            new Page("city: everything", CITY, "/teledossiers?statut=tous"),
            new Page("city: search of a number", CITY, "/teledossiers?statut=tous&recherche=VOL-000001250"),
            new Page("city: search of a frequent name", CITY, "/teledossiers?statut=tous&recherche=martin"),
            new Page("city: search of a rare name", CITY, "/teledossiers?statut=tous&recherche=martin-e93028"),
            new Page("city: search that finds nothing", CITY, "/teledossiers?statut=tous&recherche=personne-de-ce-nom"),
            new Page("operator: everything", OPERATOR, "/teledossiers?statut=tous"),
            new Page("operator: search of a number", OPERATOR, "/teledossiers?statut=tous&recherche=VOL-000001250"),
            new Page(
                    "operator: search of a fragment of a number",
                    OPERATOR,
                    "/teledossiers?statut=tous&recherche=001250"),
            new Page("operator: search of a frequent name", OPERATOR, "/teledossiers?statut=tous&recherche=martin"),
            new Page("operator: search of a rare name", OPERATOR, "/teledossiers?statut=tous&recherche=martin-e93028"),
            new Page(
                    "operator: search of a first and a last name",
                    OPERATOR,
                    "/teledossiers?statut=tous&recherche=moreau+zoe"),
            new Page("operator: search of two digits", OPERATOR, "/teledossiers?statut=tous&recherche=42"),
            new Page(
                    "operator: search that finds nothing",
                    OPERATOR,
                    "/teledossiers?statut=tous&recherche=personne-de-ce-nom"),
            new Page("operator: the journal", OPERATOR, "/journal"),
            new Page("operator: the journal of a number", OPERATOR, "/journal?objet=VOL-000001250"),
            new Page("operator: the journal of a software", OPERATOR, "/journal?auteur=demo-dila"),
            new Page("operator: one action in the journal", OPERATOR, "/journal?action=ATTACHMENT_READ"),
            new Page("operator: statistics", OPERATOR, "/statistiques"),
            new Page("operator: subscriptions", OPERATOR, "/abonnements"),
            new Page("operator: organisations", OPERATOR, "/organisations"));

    private final Bed bed;
    private final LifeCycle cycles;
    private final Partner si;
    private final Growth growth = new Growth();

    /** A page that a person displays. */
    private record Page(String name, String who, String path) {}

    private Volume(Bed bed, Path project) throws IOException, InterruptedException {
        this.bed = bed;
        this.cycles = new LifeCycle(bed, project, Options.read(List.of("--quick")));
        this.si = Partner.named("demo-valbourg-etatcivil", project, bed.address());
    }

    /** @param arguments how many télédossiers are few, and how many are many; 10,000 and 1,000,000 by default */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        int few = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FEW;
        int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MANY;
        var project = Path.of("").toAbsolutePath();
        try (var bed = Bed.make(project, Ports.fromEnvironment());
                var database = bed.connect();
                var administrator = bed.administrator()) {
            var volume = new Volume(bed, project);
            change(database, resource("volume-people.sql"));
            var receipt = volume.receipt(database);
            System.out.printf(
                    Locale.ROOT,
                    "A receipt: %.2f ms of the server, %.2f of PostgreSQL%n",
                    receipt.program(),
                    receipt.database());
            volume.measure(database, administrator, 1, few);
            volume.measure(database, administrator, few + 1, many);
            var report = volume.growth.table(few, many) + "\n" + Sizes.table(database, many);
            Files.writeString(project.resolve("tools/bench/target/volume.md"), report);
            System.out.println(report);
        }
        System.exit(0);
    }

    private void measure(Connection database, Connection administrator, int from, int to)
            throws IOException, InterruptedException, SQLException {
        System.out.println("Loading télédossiers " + from + " to " + to + " ...");
        change(database, resource("volume.sql").replace(":from", "" + from).replace(":to", "" + to));
        change(database, "vacuum analyze");
        change(database, "update person_session set opened_at = now(), used_at = now(), second_factor_at = now()");
        Jobs.run(database, "HOUSEKEEPING"); // the days that were loaded
        Statements.forget(administrator);
        cycles.cost("volume-warm-up");
        growth.add("life cycle (19 requests)", cycles.cost("volume"));
        pages();
        growth.add("a page that is open says so (each four seconds)", presence(database));
        growth.add("poll of what a city has not read", poll());
        growth.add("night: housekeeping, with the statistics of a day", job(database, "HOUSEKEEPING", """
                update counted_days set until = cast(now() at time zone 'Europe/Paris' as date) - 2"""));
        change(database, "delete from case_alert");
        growth.add("morning: what nobody opened is told", job(database, "WATCH", "delete from mail"));
        growth.add(
                "night: " + DUE + " télédossiers are due",
                job(database, "RETENTION", PurgeNight.due(DUE, "due " + to)));
        growth.add(Statements.means(administrator));
    }

    private void pages() throws IOException, InterruptedException, SQLException {
        for (var page : PAGES) {
            ask(page, WARM_UP);
            growth.add(page.name(), bed.measure(() -> ask(page, TIMES)).per(TIMES));
        }
    }

    private Spent presence(Connection database) throws IOException, InterruptedException, SQLException {
        var browser = new Browser(bed.address(), TOWN);
        var read = first(
                database,
                "select id from cases where company_register = '70000000000041' order by transmitted_at desc limit 1");
        var token = TOKEN.matcher(browser.get("/accueil"));
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        var form = "td=" + read + "&jeton=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return bed.measure(() -> {
                    for (int time = 0; time < MANY_TIMES; time++) {
                        browser.post("/fichiers/presence", form);
                    }
                })
                .per(MANY_TIMES);
    }

    private static String first(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Spent poll() throws IOException, InterruptedException, SQLException {
        var path = Polls.QUEUE + "?maxResult=25&eventDetails=true";
        si.get(path);
        return bed.measure(() -> {
                    for (int time = 0; time < TIMES; time++) {
                        si.get(path);
                    }
                })
                .per(TIMES);
    }

    /** Measures the receipts of the last life cycles, once the journal is sealed, which takes long after a large load. */
    private Spent receipt(Connection database) throws IOException, InterruptedException, SQLException {
        cycles.cost("volume-receipts");
        var path = "/teledossiers/v1/cases/"
                + first(database, "select id from cases where external_id not like 'VOL-%' order by id desc limit 1")
                + "/receipts";
        while (si.get(path).findValuesAsText("status").contains("PENDING")) {
            TimeUnit.SECONDS.sleep(1);
        }
        int receipts = si.get(path).size();
        for (int time = 0; time < UNTIL_ALL_IS_COMPILED; time++) {
            si.get(path);
        }
        return bed.measure(() -> {
                    for (int time = 0; time < UNTIL_ALL_IS_COMPILED; time++) {
                        si.get(path);
                    }
                })
                .per(UNTIL_ALL_IS_COMPILED * receipts);
    }

    private Spent job(Connection database, String job, String before)
            throws IOException, InterruptedException, SQLException {
        change(database, before);
        return bed.measure(() -> Jobs.run(database, job));
    }

    private void ask(Page page, int times) throws IOException, InterruptedException {
        var browser = new Browser(bed.address(), page.who());
        for (int time = 0; time < times; time++) {
            browser.get(page.path());
        }
    }

    private static String resource(String name) throws IOException {
        try (var file = Volume.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void change(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
