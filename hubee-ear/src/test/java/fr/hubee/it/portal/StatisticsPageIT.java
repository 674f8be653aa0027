package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the statistics pages, for administrators of an operator and of the platform. */
class StatisticsPageIT extends InBrowser {
    static final LocalDate FIRST = LocalDate.of(2019, 3, 1);

    /** Durations on the scale: about a minute, an hour and a day. */
    static final int A_MINUTE = 84;

    static final int AN_HOUR = 168;

    static final int A_DAY = 233;

    final String code = countedProcess();

    /** Tests with a moved clock count days of the future; at the end of a month they would make this month the last one. */
    @BeforeEach
    void figuresAreCountedUntilLastMonth() {
        Database.change(
                "update counted_days set organizations_until = ?, peers_until = ?",
                LocalDate.now(Paris.ZONE).minusDays(1),
                YearMonth.now(Paris.ZONE).minusMonths(1).atDay(1));
    }

    /** Returns a démarche of the operator, with figures of five old weeks that no other test uses. */
    static String countedProcess() {
        var code = "Compte" + NewTown.fresh().companyRegister();
        var admin = Partner.of("demo-admin").atReferential();
        var process = (ObjectNode) admin.get("/processes/EtatCivil").json();
        process.remove(List.of("creationDateTime", "updateDateTime"));
        admin.post("/processes", process.put("code", code).toString()).expect(201);
        for (int day = 0; day < 35; day++) {
            count(code, day, "RECEIVED", 0, 10 + day % 7);
            count(code, day, "PERSON", AN_HOUR, 6);
            count(code, day, "SOFTWARE", A_MINUTE, 40);
            count(code, day, "FINISHED", A_DAY, 5);
            count(code, day, "REFUSED", A_DAY, 1);
        }
        return code;
    }

    static void count(String code, int day, String measure, int bucket, int cases) {
        Database.change(
                "insert into daily_figure (day, process_code, organization_type, measure, bucket, cases)"
                        + " values (?, ?, 'SI', ?, ?, ?) on conflict do nothing", // two classes walk there
                FIRST.plusDays(day),
                code,
                measure,
                bucket,
                (long) cases);
    }

    String period() {
        return "?du=" + FIRST + "&au=" + FIRST.plusDays(34) + "&demarche=" + code;
    }

    static Visitor business() {
        return Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR));
    }

    @Test
    void anOperatorSeesHerDemarchesAsADrawingAndAsATable() {
        chrome.signIn(business()).open("/statistiques" + period()).judge("statistiques");

        var counters = chrome.text(".counters").replace('\u202f', ' ');
        assertTrue(counters.contains("210 pris en charge par un agent\nla moitié en 1 h 1 min"), counters);
        assertTrue(counters.contains("1 400 pris en charge par un logiciel\nla moitié en 1 min 1 s"), counters);
        assertTrue(Chrome.top(chrome.find(".counters li")) <= 320, counters);
        assertEquals("[10,11,12,13,14]", drawn("slice(0, 5)"));
        assertEquals(35L, chrome.script("return document.querySelectorAll('.figures tbody tr').length"));
        assertTrue(chrome.text(".figures tbody tr").startsWith("01/03/2019 10 6 40 5 1"), chrome::text);

        chrome.open("/statistiques?demarche=CERTDC");
        assertEquals("Cette page ne vous est pas ouverte", chrome.title());
        chrome.expectingError(403);
    }

    /** Returns the data of the chart's first line. */
    static Object drawn(String part) {
        return chrome.await(".ui-chart canvas[width]")
                .script(
                        "return JSON.stringify(Chart.getChart(document.querySelector('.ui-chart canvas')).data.datasets[0].data."
                                + part + ")");
    }

    @Test
    void theChartTakesTheColoursOfTheSkinWhenItTurnsDark() {
        chrome.signIn(business()).open("/statistiques" + period()).await(".ui-chart canvas[width]");
        var colour = "return Chart.getChart(document.querySelector('.ui-chart canvas')).options.scales.x.ticks.color";
        var light = chrome.script(colour);

        chrome.touch("button[name=choix][value=sombre]");

        Wait.until(() -> !chrome.script(colour).equals(light));
        chrome.assertNoTrouble();
    }

    @Test
    void daysBeforeItWasMeasuredAreNotMeasured() {
        Database.change("update counted_days set pick_ups_since = ?", FIRST.plusDays(30));
        try {
            chrome.signIn(business()).open("/statistiques" + period());
            chrome.shows("transmis depuis le 31 mars 2019");
            assertTrue(
                    chrome.text(".figures tbody tr").startsWith("01/03/2019 10 non mesuré non mesuré 5 1"),
                    chrome::text);
            chrome.open("/statistiques?du=2019-03-01&au=2019-03-05&demarche=" + code);
            assertTrue(chrome.text(".counters").contains("non mesuré pris en charge par un agent"), chrome::text);
        } finally {
            Database.change("update counted_days set pick_ups_since = null");
        }
    }

    @Test
    void withoutScriptsTheTableSaysTheSame() {
        var page = new SignedIn(business()).get("/statistiques" + period()).text();

        assertTrue(page.contains("Jour par jour"), page);
        assertTrue(page.contains("<th scope=\"row\">04/04/2019</th>"), page);
    }

    @Test
    void theNationalAdministratorSeesAllOfThem() {
        chrome.signIn(Visitor.national()).open("/statistiques" + period());
        assertTrue(chrome.text(".counters").contains("175 traités"), chrome::text);

        chrome.open("/statistiques?du=2019-05-01&au=2019-04-01");
        chrome.shows("Le dernier jour de la période vient avant le premier.");
        chrome.open("/statistiques?du=hier&au=demain&type=rien");
        chrome.shows("« hier » n’est pas une date");
        chrome.open("/statistiques?du=1999-01-01&au=1999-02-01").judge("statistiques-vides");
        chrome.shows("Aucun télédossier compté");
    }

    @Test
    void theFiguresLeaveAsAFile() {
        var file = new SignedIn(business())
                .get("/statistiques" + period() + "&format=csv")
                .expect(200);

        file.hides("CERTDC");
        file.shows(code + ";Service instructeur;2019-03-01;2019-04-04;");
    }

    @Test
    void anAdministratorSeesHerTownMonthByMonthNextToThoseThatReceiveAsMuch() {
        var town = NewTown.fresh().registered();
        var code = "Compte" + town.companyRegister();
        var last = YearMonth.now(Paris.ZONE).minusMonths(1);
        for (int month = 0; month < 6; month++) {
            countOf(town, code, last.minusMonths(month), "RECEIVED", 0, 3);
            countOf(town, code, last.minusMonths(month), "PERSON", AN_HOUR, 2);
        }
        countOf(NewTown.fresh(), code, last, "RECEIVED", 0, 1_000);
        peersOf(code, last, "SOME", "RECEIVED", 41);
        peersOf(code, last, "SOME", "PERSON", A_DAY);

        chrome.signIn(Visitor.administrator(town))
                .open("/nos-statistiques")
                .await(".ui-chart canvas[width]")
                .judge("nos-statistiques");

        var compared = chrome.text("table").replace('\u202f', ' ').replace('\u00a0', ' ');
        assertTrue(compared.contains("(de 12 à 59 télédossiers de cette démarche)"), compared);
        assertTrue(compared.contains("Télédossiers reçus en douze mois 18 41 (7 organisations)"), compared);
        assertTrue(
                compared.contains("pris en charge par un agent en moins de 1 h 1 min 24 h 37 min (7 organisations)"),
                compared);
        assertEquals("[0,0,0,0,0,0,3,3,3,3,3,3,0]", drawn("slice()"));
        assertFalse(chrome.text("#months").isEmpty());
        assertEquals(13L, chrome.script("return document.querySelectorAll('.figures tbody tr').length"));
    }

    @Test
    void aTownWhosePopulationIsKnownIsComparedWithThoseOfItsSize() {
        var town = NewTown.fresh().registered();
        var code = "Compte" + town.companyRegister();
        var last = YearMonth.now(Paris.ZONE).minusMonths(1);
        countOf(town, code, last, "RECEIVED", 0, 18);
        peersOf(code, last, "SOME", "RECEIVED", 41);
        peersOf(code, last, "UNDER_2000", "RECEIVED", 12);
        Database.change("update organization set population = 1999 where company_register = ?", town.companyRegister());

        var page = new SignedIn(Visitor.administrator(town))
                .get("/nos-statistiques")
                .text();

        assertTrue(page.contains("des organisations du même type de 500 à 1 999 habitants"), page);
        assertTrue(page.contains(">12 <span"), page);
    }

    @Test
    void whoAlsoHandlesThemComesFromAMonthToItsListWhileSomeAreLeft() {
        var town = PortalTown.of("EtatCivil").town();
        var month = YearMonth.now(Paris.ZONE).minusMonths(1);
        countOf(town, "EtatCivil", month, "RECEIVED", 0, 3);
        countOf(town, "EtatCivil", month.minusMonths(1), "RECEIVED", 0, 4);
        passed(town, "transmitted_at", month);
        chrome.signIn(Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR)
                        .roles(Set.of(Role.READ_FOLDERS, Role.READ_SUBSCRIPTIONS))
                        .reaching("EtatCivil")))
                .open("/nos-statistiques");
        assertEquals(1L, chrome.script("return document.querySelectorAll('.figures tbody a').length"));
        chrome.follow(".figures tbody a");

        assertEquals(
                "statut=tous&demarche=EtatCivil&du=" + month.atDay(1) + "&au=" + month.atEndOfMonth(),
                chrome.address().replaceFirst(".*\\?", ""));
    }

    @Test
    void eachFigureOfAMonthLeadsToWhatItCounts() {
        var town = PortalTown.of("EtatCivil").town();
        var month = YearMonth.now(Paris.ZONE).minusMonths(1);
        countOf(town, "EtatCivil", month, "PERSON", 1, 1);
        countOf(town, "EtatCivil", month, "ENDED_BY_PERSON", 1, 2);
        var picked = passed(town, "picked_up_by_person_at", month);
        var ended = passed(town, "ended_at", month);
        var later = passed(town, "ended_at", month.plusMonths(1));
        chrome.signIn(Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR)
                .roles(Set.of(Role.READ_FOLDERS, Role.READ_SUBSCRIPTIONS))
                .reaching("EtatCivil")));

        chrome.open("/nos-statistiques").follow(".figures tbody td:nth-of-type(2) a");
        chrome.shows("Pris en charge par un agent du ", picked);
        chrome.hides(ended);
        chrome.judge("teledossiers-d-un-chiffre");

        chrome.open("/nos-statistiques").follow(".figures tbody td:nth-of-type(4) a");
        chrome.shows(ended);
        chrome.hides(later);
        chrome.press("filtrer");
        assertFalse(chrome.text().contains(later), () -> "the form keeps it: " + chrome.text());
        chrome.touch("#etape").press("filtrer");
        chrome.shows(later);
    }

    /** Inserts a télédossier of that town, and returns its number. */
    private static String passed(NewTown town, String column, YearMonth month) {
        var deposit = Deposit.complete(Partner.of("demo-dila"), "EtatCivil", "ActeEtatCivil-XML", town);
        TeledossierIT.moved(deposit, "SENT");
        var moment = Timestamp.from(month.atDay(1).atStartOfDay(Paris.ZONE).toInstant());
        var id = deposit.theCase();
        Stored.aCase(id).set("transmitted_at = ?", moment);
        assertEquals(1, Database.change("update cases set " + column + " = ? where id = ?", moment, id));
        return deposit.folder().path("cases").path(0).path("externalId").asText();
    }

    @Test
    void whatFewerThanFiveOrganisationsHaveIsNotCompared() {
        var town = NewTown.fresh().registered();
        var code = "Compte" + town.companyRegister();
        countOf(town, code, YearMonth.now(Paris.ZONE).minusMonths(1), "RECEIVED", 0, 3);

        var page = new SignedIn(Visitor.administrator(town)).get("/nos-statistiques");

        page.shows("non montrée : moins de cinq organisations");
        var file = new SignedIn(Visitor.administrator(town)).get("/nos-statistiques?format=csv");
        file.shows(code + ";" + YearMonth.now(Paris.ZONE).minusMonths(1) + ";3;0;;0;;0;;0;");
    }

    @Test
    void anAdministratorWhoseTownHasReceivedNothingIsInformed() {
        chrome.signIn(Visitor.administrator(NewTown.fresh().registered()))
                .open("/nos-statistiques?demarche=" + code)
                .judge("nos-statistiques-vides");

        chrome.shows("Aucun télédossier n’est encore compté");
    }

    static void countOf(NewTown town, String code, YearMonth month, String measure, int bucket, int cases) {
        Database.change(
                "insert into organization_figure (organization_type, company_register, branch_code, process_code, month, measure, bucket, cases)"
                        + " values ('SI', ?, ?, ?, ?, ?, ?, ?)",
                town.companyRegister(),
                town.branchCode(),
                code,
                month.atDay(1),
                measure,
                bucket,
                (long) cases);
    }

    static void peersOf(String code, YearMonth month, String group, String measure, int median) {
        Database.change(
                "insert into peer_figure (month, process_code, organization_type, volume, measure, organizations, median)"
                        + " values (?, ?, 'SI', ?, ?, 7, ?)",
                month.atDay(1),
                code,
                group,
                measure,
                median);
    }

    /** Publishes a month; the last value is null for the first month, in which it was not measured who picked up. */
    private void publish(YearMonth month, Long received, Long byPerson, Long bySoftware, Long finished, Long refused) {
        Database.change(
                "insert into open_figure values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                month.atDay(1),
                code,
                byPerson != null,
                received,
                byPerson,
                bySoftware,
                finished,
                refused,
                finished == null ? null : Long.valueOf(88_620));
        Database.change("update counted_days set published_until = ?", month.atEndOfMonth());
    }

    @Test
    void anybodySeesWhatIsPublishedOfAllTogether() {
        try {
            publish(YearMonth.of(2019, 3), 397L, null, null, 155L, 31L);
            publish(YearMonth.of(2019, 4), 58L, 24L, 30L, null, null);
            chrome.signOut().open("/donnees-ouvertes?demarche=" + code);
            chrome.shows("Publié jusqu’au 30 avril 2019");
            chrome.await(".ui-chart canvas[width]").judge("donnees-ouvertes");
            var rows = chrome.text(".figures tbody").replace('\u00a0', ' ');
            assertTrue(rows.startsWith("avril 2019 58 24 30 non publié"), rows);
            assertTrue(rows.contains("mars 2019 397 non mesuré non mesuré 155\n24 h 37 min\n31"), rows);

            var file = open("/donnees-ouvertes/statistiques.csv", null);
            file.shows("2019-03," + code + ",397,,,155,31,1477\r\n", "2019-04," + code + ",58,24,30,,,\r\n");
            assertEquals("public, max-age=3600", file.header("Cache-Control"));
            open("/donnees-ouvertes/statistiques.csv", file.header("ETag")).expect(304);
            var schema = open("/donnees-ouvertes/schema.json", null);
            assertEquals("mois", schema.field("fields/0/name"));
            schema.shows("moins de trois organisations");
        } finally {
            Database.change("update counted_days set published_until = null");
        }
    }

    private static Answer open(String path, String known) {
        var request = Partner.to(path);
        return Partner.send(known == null ? request : request.header("If-None-Match", known));
    }
}
