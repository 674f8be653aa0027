package fr.hubee.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Measures the pages of the portal's list, for an agent whose organisation has received very many télédossiers. */
final class CaseList {
    private static final String PATH = "/teledossiers?statut=";
    private static final Pattern NEXT =
            Pattern.compile("href=\"([^\"]+)\"[^>]*rel=\"next\"|rel=\"next\"[^>]*href=\"([^\"]+)\"");
    private static final int POLLS_PER_PAGE = 20;

    /** Polls divided by the requests to warm up: the JVM compiles code during the first thousands. */
    private static final int WARM_UP_PART = 4;

    /** Session of the agent. */
    static final String SESSION = "bench";

    private final Browser browser;
    private final Bed bed;
    private final Options options;

    CaseList(Bed bed, Options options) {
        this.browser = new Browser(bed.address(), SESSION);
        this.bed = bed;
        this.options = options;
    }

    void measure(Report report) throws IOException, InterruptedException, SQLException {
        load();
        ask(PATH + "tous", options.polls() / WARM_UP_PART);
        page(report, "list of " + options.cases() + ": what is new", PATH + "nouveaux");
        page(report, "list: everything", PATH + "tous");
        page(report, "list: a page turn", next(PATH + "tous"));
        page(
                report,
                "list: closed, one démarche, one period",
                PATH + "clos&demarche=CERTDC&du=2026-01-01&au=2026-09-30");
        page(report, "list: sorted by change, 100 lines", PATH + "tous&tri=modification&lignes=100");
        page(report, "list: search of a number", PATH + "tous&recherche=000001234");
        page(report, "list: search of a frequent name", PATH + "tous&recherche=martin");
        page(report, "list: search that finds nothing", PATH + "clos&recherche=personne-de-ce-nom");
    }

    void load() throws IOException, SQLException {
        String script;
        try (var file = CaseList.class.getResourceAsStream("case-list.sql")) {
            script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (var connection = bed.connect();
                var statement = connection.createStatement()) {
            statement.execute(script.replace(":cases", "" + options.cases()));
            statement.execute("vacuum analyze");
        }
    }

    private void page(Report report, String what, String path) throws IOException, InterruptedException, SQLException {
        int times = Math.max(options.polls() / POLLS_PER_PAGE, 1);
        ask(path, times);
        report.list(what, bed.measure(() -> ask(path, times)).per(times));
    }

    private void ask(String path, int times) throws IOException, InterruptedException {
        for (int time = 0; time < times; time++) {
            browser.get(path);
        }
    }

    private String next(String path) throws IOException, InterruptedException {
        var link = NEXT.matcher(browser.get(path));
        if (!link.find()) {
            throw new IllegalStateException("no page follows " + path);
        }
        return (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&");
    }
}
