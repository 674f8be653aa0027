package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.portal.DemarcheCases.DemarcheCase;
import fr.hubee.it.portal.DemarcheCases.Situation;
import fr.hubee.it.portal.PageLines.PageLine;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.PageForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What an agent reads and may do, in each démarche of the catalogue and in each status, is what a file beside this test says. A change of a
 * sentence is a change of that file: {@code -Dhubee.tables.write=true} writes it anew.
 */
class DemarcheTableIT extends OverHttp {
    private static final Path FILE = Path.of(System.getProperty("hubee.ear"))
            .resolveSibling("../src/test/resources/fr/hubee/it/portal/demarches.txt")
            .normalize();

    private static final String INTRODUCTION = """
            Ce que le portail montre à un agent, démarche par démarche et statut par statut : chaque ligne d’une page, puis les groupes de
            démarches et les situations où elle y est. DemarcheTableIT lit les pages, écrit ce fichier et le compare.

            Les groupes de démarches qui montrent la même chose :
            """;

    private static final List<String> SITUATIONS =
            Stream.of(Situation.values()).map(Situation::label).toList();

    private static final String IN_LIST = "Liste des télédossiers";

    private final DemarcheCases cases = new DemarcheCases(NewTown.fresh().registered());
    private SignedIn agent;
    private final DemarcheTable table = new DemarcheTable();

    @AfterEach
    void deleteCases() {
        cases.delete();
    }

    @Test
    void eachDemarcheShowsInEachStatusWhatTheTableSays() throws IOException, SQLException {
        cases.addCatalogue();
        var codes = cases.all.stream().map(DemarcheCase::code).toArray(String[]::new);
        agent = new SignedIn(Visitor.agent(cases.town, codes));
        for (var situation : Situation.values()) {
            cases.become(situation);
            readPages(situation);
            readList(situation);
            readHome(situation);
        }
        readRules();
        readWithoutSecondFactor(Visitor.agent(cases.town, codes));

        if (Boolean.getBoolean("hubee.tables.write")) {
            Files.writeString(FILE, table.text(INTRODUCTION, SITUATIONS));
        }
        assertEquals("", DemarcheTable.differences(DemarcheTable.read(Files.readAllLines(FILE), SITUATIONS), table));
    }

    private void readPages(Situation situation) {
        readEach(situation, each -> {
            var answer = agent.get(pageOf(each));
            var lines = new ArrayList<PageLine>();
            if (answer.status() == 200) {
                var page = page(answer);
                lines.addAll(PageLines.of(page.getElementById("main"), "Télédossier"));
                lines.addAll(PageLines.of(page.getElementById("keys"), "Raccourcis du clavier"));
            } else {
                lines.add(new PageLine("Télédossier", "Réponse " + answer.status()));
            }
            return lines;
        });
    }

    /** Reads the pages of several démarches at a time, and adds them in the order of the catalogue. */
    private void readEach(Situation situation, Function<DemarcheCase, List<PageLine>> read) {
        var pages = cases.all.parallelStream().map(read).toList();
        for (int each = 0; each < pages.size(); each++) {
            add(cases.all.get(each), situation.label(), pages.get(each));
        }
    }

    private void readList(Situation situation) {
        var address = "/teledossiers?statut=tous&lignes=50";
        var answer = agent.get(address).expect(200);
        var list = page(answer);
        for (var each : cases.all) {
            var link = list.getElementById("case-" + each.id());
            if (link != null) {
                add(each, situation.label(), PageLines.of(link.closest("tr"), IN_LIST));
            }
        }
        if (situation.isChosenInList()) {
            var form = PageForm.of(answer, address).stream()
                    .filter(PageForm::posted)
                    .filter(each -> each.names().contains("cases_selection"))
                    .findFirst()
                    .orElseThrow();
            readEach(situation, each -> chosen(situation, each, form));
        }
    }

    /** Reads what the list offers for one chosen télédossier. */
    private List<PageLine> chosen(Situation situation, DemarcheCase each, PageForm form) {
        var fields = PageForm.without("cases_selection", form.fields());
        var chosen = PageForm.with("cases_selection", each.id() + "_" + situation.status(), fields);
        var address = "/teledossiers?statut=tous&recherche=" + each.number();
        var list = page(agent.post(address, PageForm.encoded(chosen)).expect(200));
        var lines = new ArrayList<>(PageLines.of(list.getElementById("bar"), IN_LIST + ", un choisi"));
        for (var button : list.select("#bar [data-opens]")) {
            PageLines.of(list.getElementById(button.attr("data-opens")), "")
                    .forEach(line -> lines.add(new PageLine("Liste, " + line.place(), line.text())));
        }
        return lines;
    }

    private void readHome(Situation situation) {
        var numbers = cases.all.stream().collect(Collectors.toMap(DemarcheCase::number, each -> each));
        for (var page = page(agent.get("/accueil").expect(200)); page != null; page = nextPage(page)) {
            for (var line : page.select("li[data-case]")) {
                add(numbers.get(line.attr("data-case")), situation.label(), PageLines.of(line, "À faire"));
            }
        }
    }

    private Document nextPage(Document page) {
        var next = page.selectFirst("#todo .pager a[rel=next]");
        return next == null
                ? null
                : page(agent.get(next.attr("href").replaceFirst("#.*", "")).expect(200));
    }

    /** Reads when files go: most démarches count from a status that is still to come. */
    private void readRules() {
        var national = new SignedIn(Visitor.national());
        for (var each : cases.all) {
            var page = page(national.get("/demarche?code=" + each.code()).expect(200));
            var rules = page.select("fieldset").last();
            addAlways(each, PageLines.of(rules, "Conservation, page de la démarche"));
        }
    }

    private void readWithoutSecondFactor(Visitor person) {
        var without = new SignedIn(person);
        person.loseSecondFactor();
        cases.become(Situation.IN_PROGRESS);
        for (var each : cases.changeSensitive()) { // the tests have another sensitive démarche than the catalogue
            Wait.until(() -> each.sensitive() == (without.get(pageOf(each)).status() == 404));
        }
        for (var each : cases.all) {
            var answer = without.get(pageOf(each));
            var said = answer.status() == 200 ? "Le télédossier s’ouvre" : "Réponse " + answer.status();
            addAlways(each, List.of(new PageLine("Sans second facteur", said)));
        }
    }

    private static String pageOf(DemarcheCase one) {
        return "/teledossier?id=" + one.id();
    }

    /** Adds what does not depend on the status. */
    private void addAlways(DemarcheCase each, List<PageLine> lines) {
        SITUATIONS.forEach(situation -> add(each, situation, lines));
    }

    private void add(DemarcheCase each, String situation, List<PageLine> lines) {
        table.add(each.code(), situation, PageWords.stable(each, lines));
    }

    private static Document page(Answer answer) {
        return Jsoup.parse(answer.text());
    }
}
