package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.Wait;
import fr.hubee.it.desk.ListedCases;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** §6.3: the list of télédossiers, as an agent works with it. */
class TeledossiersIT extends InBrowser {
    private static final String NEXT = ".ui-paginator-next";
    private static final String PREVIOUS = ".ui-paginator-prev";

    static final Instant NOON = ListedCases.NOON;
    final NewTown town = NewTown.fresh().registered();
    final ListedCases cases = new ListedCases(Database::change, town.organizationKey());
    final Visitor agathe = Visitor.agent(town, "EtatCivil", "CERTDC");

    String query() {
        return ((String) chrome.script("return location.search")).replaceFirst("^\\?", "");
    }

    List<?> numbers() {
        return (List<?>) chrome.script("return [...document.querySelectorAll('.case-number')].map(e => e.textContent)");
    }

    String tab(String selector) {
        return chrome.text(selector).replaceAll("\\s+", " ");
    }

    Chrome list(String query) {
        return chrome.signIn(agathe).open("/teledossiers" + query);
    }

    @Test
    void sheArrivesAtWhatIsNewAndFindsHerWayByKeyboard() throws SQLException {
        cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-1", "Lovelace", "Ada");
        cases.add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(60), "AEC-2", "Hopper", "Grace");
        cases.add("CERTDC", CaseStatus.DONE, NOON, "DC-1", "Curie", "Marie");

        list("");
        assertEquals("Télédossiers", chrome.title());
        assertEquals("Nouveaux 2", tab(".tabs [aria-current=page]"));
        assertEquals(List.of("AEC-2", "AEC-1"), numbers());
        chrome.judge("teledossiers");

        chrome.script("document.getElementById('texte').focus()");
        chrome.keys("curie marie").enter();
        assertEquals(List.of(), numbers(), "she searched in the tab where she was");
        chrome.shows("Aucun télédossier ne correspond.");
        chrome.judge("teledossiers-rien-trouve");
        assertEquals("1 dans « Traités »", chrome.text(".elsewhere"));
        chrome.script("document.querySelector('.elsewhere a').focus()");
        chrome.enter();
        assertEquals(List.of("DC-1"), numbers());
        assertTrue(query().contains("recherche=curie+marie") && query().contains("statut=traites"), query());

        chrome.script("history.back()");
        chrome.await(".empty");
        assertEquals("curie marie", chrome.find("#texte").getDomProperty("value"));
    }

    @Test
    void fromTheHeaderOfAnyPageSheSearchesEveryStatusAndSeesWhatWasFound() throws SQLException {
        var ada = cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-000001250-01", "Lovelace", "Ada");
        cases.add("CERTDC", CaseStatus.CLOSED, NOON.plusSeconds(60), "DC-000001777-01", "D’Été-Cœur", "Zoé");
        chrome.signIn(agathe).open("/profil").keys("?").await("#shortcuts[aria-hidden=false]");
        assertTrue(chrome.text("#shortcuts").contains("Chercher un télédossier"), chrome::text);

        chrome.keys(Keys.ESCAPE).await("[data-opens=shortcuts]:focus").keys("/");
        assertEquals("recherche", chrome.focused());
        chrome.keys("zoe 1777 coeur ete").enter();

        assertEquals("/teledossiers", chrome.path());
        assertEquals("Tous 1", tab(".tabs [aria-current=page]"));
        assertEquals(List.of("DC-000001777-01"), numbers());
        assertEquals(
                List.of("1777", "Été", "Cœur", "Zoé"),
                chrome.script("return [...document.querySelectorAll('mark')].map(each => each.textContent)"));
        assertEquals("D’ÉTÉ-CŒUR Zoé", chrome.text(".strong:has(> .surname)"));
        chrome.judge("teledossiers-trouves");
        Database.change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type, message,
                    notification, status, created_at) values (gen_random_uuid(), ?, 'OSL', '1', '1', 'SENDING_MESSAGE', ?, true, 'SENT', now())""", ada, "Il manque l’extrait " + "très ".repeat(30));
        chrome.open("/teledossiers?statut=tous&recherche=EXTRAIT").judge("teledossiers-trouves-dans-un-message");
        assertEquals("extrait", chrome.text("mark"));
        chrome.shows("Trouvé dans un message : Il manque l’extrait très");

        chrome.open("/teledossiers?statut=tous");
        assertEquals(List.of("DC-000001777-01", "AEC-000001250-01"), numbers());
        assertFalse(chrome.has("mark"), "nothing was searched");
        assertTrue(chrome.signIn(Visitor.national()).open("/journal").has("#recherche"));
        assertFalse(chrome.signIn(Visitor.administrator(town)).open("/profil").has("#recherche"), "she sees none");
    }

    @Test
    void eachCaseOfTheTabAllIsInAnotherTabToo() throws SQLException {
        cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-1", "Lovelace", "Ada");
        list("?statut=tous");
        assertFalse(chrome.has("[data-tab=ARCHIVED], [data-tab=INTEGRATION_ERROR]"), "there is none");
        cases.add("EtatCivil", CaseStatus.ARCHIVED, NOON, "AEC-2", "Curie", "Marie");
        cases.add("EtatCivil", CaseStatus.SI_INTG_ERROR, NOON, "AEC-3", "Curie", "Ève");

        list("?statut=tous");

        assertEquals("Tous 3", tab("[data-tab=ALL]"));
        assertEquals(
                3L,
                chrome.script("return [...document.querySelectorAll('[data-tab]:not([data-tab=ALL]) .tab-count')]"
                        + ".reduce((sum, each) => sum + Number(each.textContent), 0)"));
        chrome.follow("[data-tab=ARCHIVED]");
        assertEquals(List.of("AEC-2"), numbers());
        assertEquals("statut=archives", query());
    }

    @Test
    void theListBeginsInSightAndItsFiltersAreFolded() throws SQLException {
        for (int number = 10; number < 30; number++) {
            cases.named("N-" + number, "Lovelace", "Ada");
        }
        list("?statut=nouveaux").wide();

        var top = (Number) chrome.script("return document.querySelector('.case').getBoundingClientRect().top");
        assertTrue(top.doubleValue() <= 320, top::toString);
        assertFalse(chrome.find("#du").isDisplayed());
        chrome.touch("#plus summary");
        assertTrue(chrome.find("#du").isDisplayed());
        list("?statut=nouveaux&du=2026-03-01");
        assertEquals("Plus de filtres : transmis depuis le 01/03/2026", chrome.text("#plus summary"));
        chrome.touch("#plus summary").judge("teledossiers-plus-de-filtres").narrow();
        list("?statut=nouveaux");
        assertFalse(chrome.find("#tri").isDisplayed(), "folded on a telephone too");
        assertEquals(
                "Ada Lovelace", chrome.follow(".case-person a").title(), "the name leads there, as the number does");
    }

    @Test
    void aLineIsTwoLinesOfTextAndNothingIsCutOnATabletOrATelephone() throws SQLException {
        for (int number = 10; number < 14; number++) {
            var id = cases.named(
                    "AEC-0000012" + number + "-01", "De La Rochefoucauld-Liancourt", "Anne-Élisabeth Désirée");
            cases.change(id, NOON, "Marie-Antoinette de Saint-Aubin-du-Cormier");
            Stored.aCase(id).set("completed_at = now(), unseen_since = now(), message_at = now(), files_at = now()");
            Database.change(
                    "insert into case_handler (case_id, account_id, since) values (?, ?, now())", id, agathe.id());
        }
        cases.add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(60), "AEC-1", "Lovelace", "Ada");
        list("?statut=nouveaux").wide();
        chrome.hides("EtatCivil").shows("Attribué à vous", "Nouveau message et nouvelle pièce");
        var heights = (List<?>) chrome.script(
                "return [...document.querySelectorAll('.case')].map(each => each.getBoundingClientRect().height)");
        assertEquals(5, heights.size());
        assertTrue(heights.stream().allMatch(each -> number(each) >= 46 && number(each) <= 64), heights::toString);

        for (int width : new int[] {768, 1024, 1100}) {
            list("?statut=nouveaux").sized(width, 1024);
            assertEquals(List.of(), chrome.script("""
                    return [...document.querySelectorAll("#results, #results *")]
                      .filter((each) => !each.closest(".only-heard, .case-more, .case-number, .case-person, thead") &&
                        (each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline"
                          || each.getBoundingClientRect().right > innerWidth)).map((each) => each.outerHTML)"""), "at " + width);
        }
        for (var page : List.of("/teledossiers?statut=nouveaux&recherche=lovelace", "/accueil")) {
            chrome.open(page).sized(375, 812);
            var bottom = chrome.script(
                    "return document.querySelector('.case, .todo > [data-case]').getBoundingClientRect().bottom");
            assertTrue(number(bottom) <= 812, page + ": " + bottom);
        }
        chrome.assertNoTrouble();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void everyFilterStandsInTheAddress() throws SQLException {
        cases.add("EtatCivil", CaseStatus.DONE, NOON, "AEC-1", "Lovelace", "Ada");
        cases.add("CERTDC", CaseStatus.DONE, NOON, "DC-1", "Curie", "Marie");
        cases.add("EtatCivil", CaseStatus.DONE, NOON.plus(Duration.ofDays(9)), "AEC-9", "Hopper", "Grace");

        list(
                "?statut=traites&demarche=EtatCivil&du=2026-03-01&au=2026-03-12&modifie-du=2026-03-02&modifie-au=2026-03-13&tri=modification&lignes=50");
        assertEquals(List.of("AEC-1"), numbers());
        assertEquals("1 démarche choisie", chrome.text("#demarches"));
        chrome.touch("#demarches").judge("teledossiers-demarches").keys(Keys.ESCAPE);
        assertFalse(chrome.has(".list-choices[open]"));
        assertEquals("demarches", chrome.focused());
        chrome.touch("#demarches").touch("h1");
        assertFalse(chrome.has(".list-choices[open]"));
        chrome.press("filtrer");
        assertTrue(
                query().contains(
                                "demarche=EtatCivil&filtre=oui&du=2026-03-01&au=2026-03-12&modifie-du=2026-03-02&modifie-au=2026-03-13&tri=modification&lignes=50"),
                query());

        list("?statut=traites&demarche=DASRI&du=hier&lignes=7&apres=x");
        chrome.shows("Une date de la période n’est pas une date", "Cette page de la liste n’existe pas");
        assertEquals(List.of(), numbers(), "a démarche that she is not habilitated for");
        chrome.assertNoTrouble();
    }

    @Test
    void theLinkOfADigestShowsWhatItAnnouncedUntilThatIsTakenAway() throws SQLException {
        var announced = cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-1", "Lovelace", "Ada");
        cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-2", "Hopper", "Grace");
        var line = UUID.randomUUID();
        Database.change("insert into digest_line_case values (?, ?)", line, announced);

        list("?statut=tous&demarche=EtatCivil&annonce=" + line);
        assertEquals(List.of("AEC-1"), numbers());
        chrome.judge("teledossiers-annonces");
        chrome.touch("#annonces").press("filtrer");
        assertEquals(2, numbers().size());

        list("?statut=tous&annonce=" + UUID.randomUUID());
        chrome.shows("Ce que ce courriel annonçait n’est plus là");
        chrome.assertNoTrouble();
    }

    @Test
    void pagesFollowEachOtherAndNoScriptOfANameIsRun() throws SQLException {
        for (int number = 10; number < 21; number++) {
            cases.named("N-" + number, "<script>alert(1)</script>", "Anne-Élisabeth-Désirée-".repeat(3));
        }

        list("?statut=nouveaux&lignes=10");
        chrome.shows("11 télédossiers trouvés");
        assertTrue(chrome.text().toLowerCase(Locale.ROOT).contains("<script>alert(1)</script>"));
        chrome.judge("teledossiers-longs");
        chrome.find(NEXT).sendKeys(Keys.ENTER);
        chrome.await(NEXT + ".ui-state-disabled");
        assertEquals(List.of("N-10"), numbers());
        assertTrue(query().contains("&apres=") && query().endsWith("&page=2"), query());
        chrome.reload();
        assertEquals(List.of("N-10"), numbers());
        chrome.find(PREVIOUS).sendKeys(Keys.ENTER);
        chrome.await(PREVIOUS + ".ui-state-disabled");
        assertEquals(10, numbers().size());
        assertEquals("statut=nouveaux&lignes=10", query());
        chrome.assertNoTrouble();
    }

    @Test
    void aPageBeginsAfterTheLastLineOfTheOneBeforeWhateverArrivedMeanwhile() throws SQLException {
        for (int number = 10; number < 35; number++) {
            cases.add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(number), "N-" + number, "Lovelace", "Ada");
        }
        list("?statut=nouveaux&lignes=10");
        assertEquals("N-25", numbers().get(9));
        cases.add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(90), "N-90", "Lovelace", "Ada");

        chrome.touch(NEXT).await(".case:nth-child(10) #case-" + idOf("N-15"));
        assertEquals("N-24", numbers().get(0));
        chrome.touch(box(idOf("N-20")))
                .await("#open-START")
                .touch("#open-START")
                .await(".ui-dialog[aria-hidden=false]");
        chrome.press("do-START");
        chrome.shows("1 télédossier est maintenant « En cours »");
        assertEquals("N-24", numbers().get(0), "the same page");
        chrome.follow("#case-" + idOf("N-21")).follow(".back a");
        assertEquals("N-24", numbers().get(0), "the same page");
    }

    @Test
    void anAddressWhoseLinesAreGoneLeadsToWhatIsLeft() throws SQLException {
        for (int number = 10; number < 35; number++) {
            cases.add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(number), "N-" + number, "Lovelace", "Ada");
        }
        list("?statut=nouveaux&lignes=10").touch(NEXT).await("#case-" + idOf("N-24"));
        chrome.touch(NEXT).await("#case-" + idOf("N-14"));
        var third = query();

        leave("N-1%", 5); // N-10 to N-14 stay
        list("?" + third);
        assertEquals(List.of("N-14", "N-13", "N-12", "N-11", "N-10"), numbers());
        chrome.touch(PREVIOUS).await("#case-" + idOf("N-24"));
        assertEquals(10, numbers().size());

        leave("N-1%", 0);
        list("?" + third);
        assertEquals("N-34", numbers().get(0), "nothing is left on it: the first page");
        assertEquals("statut=nouveaux&lignes=10", query());
        chrome.touch(NEXT).await("#case-" + idOf("N-24"));
        assertEquals(5, numbers().size());
        chrome.assertNoTrouble();
    }

    /** Removes all but the oldest of them. */
    private void leave(String numbers, int stay) {
        Database.change("""
                update cases set status = 'DONE' where id in (select id from cases where company_register = ?
                  and external_id like ? and status = 'SENT' order by transmitted_at desc
                  limit (select greatest(count(*) - ?, 0) from cases where company_register = ? and external_id like ? and status = 'SENT'))""", town.companyRegister(), numbers, stay, town.companyRegister(), numbers);
    }

    @Test
    void aColumnSortsByItsHeaderAndWhatLeadsElsewhereFollows() throws SQLException {
        cases.add("EtatCivil", CaseStatus.SENT, NOON, "N-1", "Lovelace", "Ada");
        cases.add("EtatCivil", CaseStatus.SENT, NOON.plusSeconds(60), "N-2", "Curie", "Marie");
        list("?statut=nouveaux");
        assertTrue(chrome.has("th[aria-sort=descending]"), "its order is shown");

        chrome.touch("th[aria-sort=descending]").await("th[aria-sort=ascending]");

        assertEquals(List.of("N-1", "N-2"), numbers());
        assertEquals("statut=nouveaux&tri=transmission-croissante", query());
        chrome.follow("[data-tab=ALL]");
        assertEquals("statut=tous&tri=transmission-croissante", query());
        assertEquals(List.of("N-1", "N-2"), numbers());
        chrome.touch("#cases th:nth-of-type(6)").await("#cases th:nth-of-type(6)[aria-sort=ascending]");
        assertTrue(query().contains("tri=modification"), query());
        chrome.press("filtrer");
        assertTrue(query().contains("tri=modification"), query());
        chrome.assertNoTrouble();
    }

    private String idOf(String number) {
        return Database.text(
                "select id from cases where external_id = ? and company_register = ?", number, town.companyRegister());
    }

    @Test
    void whatCanBeDoneWithThoseThatAreChosenIsInSight() throws SQLException {
        for (int number = 10; number < 30; number++) {
            cases.named("N-" + number, "Lovelace", "Ada");
        }
        list("?statut=nouveaux");
        chrome.touch(".case .ui-chkbox-box").await("#bar-count");
        assertBarInSight();
        chrome.narrow();
        assertBarInSight();
        chrome.judge("teledossiers-barre");
    }

    private void assertBarInSight() {
        assertEquals(List.of(), chrome.script("""
                const bar = document.querySelector(".bar").getBoundingClientRect();
                return bar.top >= 0 && bar.bottom <= innerHeight && bar.height < innerHeight / 3
                  ? [] : [bar.top, bar.bottom, innerHeight]"""));
    }

    @Test
    void severalAreReceivedAtOnceAndWhatSomebodyElseDidIsShown() throws SQLException {
        cases.named("N-1", "Lovelace", "Ada");
        var taken = cases.named("N-2", "Hopper", "Grace");
        cases.named("N-3", "Curie", "Marie");

        list("?statut=nouveaux&recherche=n-");
        chrome.script("document.getElementById('cases_head_checkbox').focus()");
        chrome.keys(Keys.SPACE).await("#open-START");
        assertEquals("3 télédossiers choisis", chrome.text("#bar-count"));
        assertTrue(chrome.find("#open-START").isDisplayed());
        assertFalse(chrome.has("#open-FINISH"), "a new one is not finished at once");
        chrome.judge("teledossiers-choisis").judgeDialog("teledossiers-recevoir", "#open-RECEIVE");

        Stored.aCase(taken).hasStatus("IN_PROGRESS");
        chrome.find("#open-RECEIVE").sendKeys(Keys.ENTER);
        chrome.await(".ui-dialog[aria-hidden=false]")
                .type("RECEIVE", "Vu ensemble")
                .press("do-RECEIVE");

        assertEquals("statut=nouveaux&recherche=n-", query());
        chrome.shows(
                "2 télédossiers sont maintenant « Reçu ».",
                "1 télédossier n’a pas changé (N-2) : ",
                "Votre texte n’y est pas enregistré : « Vu ensemble »");
        assertEquals("refused", chrome.focused());
        chrome.judge("teledossiers-compte-rendu");
        assertEquals(
                2,
                Database.count(
                        "cases c join case_event e on e.case_id = c.id"
                                + " where c.company_register = ? and c.status = 'SI_RECEIVED' and e.comment = 'Vu ensemble'",
                        town.companyRegister()));
    }

    @Test
    void filesOfSeveralLeaveTogetherAndTheWorkOfThoseThatWereNewBegins() throws IOException {
        var village = PortalTown.of("recensementCitoyen");
        var ada = Visitor.agent(village.town(), "recensementCitoyen");
        var fresh = deposited(village, "SENT");
        var received = deposited(village, "SI_RECEIVED");
        var finished = deposited(village, "DONE");
        var folder = chrome.downloads();

        chrome.signIn(ada).open("/teledossiers?statut=tous");
        chrome.script("document.getElementById('cases_head_checkbox').focus()");
        chrome.keys(Keys.SPACE).await("#bar-count");
        assertFalse(chrome.has("#open-START"), "not all have the same status");
        assertTrue(chrome.find("#bar-none").isDisplayed());
        chrome.judgeDialog("teledossiers-telecharger", "#bar-take").touch("#bar-take");
        assertEquals("Le statut passera de Nouveau ou Reçu à En cours.", chrome.text("#take-begins"));
        assertEquals("3 télédossiers, dont 2 pas encore en cours", chrome.text("#take-what"));

        chrome.touch("#take-confirm");

        chrome.await(row(fresh) + " .badge-IN_PROGRESS").await(row(received) + " .badge-IN_PROGRESS");
        assertEquals("2 télédossiers sont passés « En cours » : les voir", chrome.text("#moved"));
        assertTrue(chrome.has(row(finished) + " .badge-DONE"));
        assertEquals("En cours 2", tab(".tabs li:nth-child(4)"));
        assertEquals(3, folders(folder).size(), "one folder for each");
        chrome.assertNoTrouble();
    }

    @Test
    void whereWhatLeavesTheListHasGoneIsReportedAndTheFocusIsThere() throws IOException {
        var village = PortalTown.of("recensementCitoyen");
        var ada = Visitor.agent(village.town(), "recensementCitoyen");
        var fresh = deposited(village, "SENT");
        chrome.downloads();
        chrome.signIn(ada).open("/teledossiers?statut=nouveaux");

        chrome.find(row(fresh) + " .take").sendKeys(Keys.ENTER);
        chrome.await("#take-one[aria-hidden=false]").find("#take-one-confirm").sendKeys(Keys.ENTER);
        chrome.await("#moved a");

        assertFalse(chrome.has(row(fresh)));
        assertEquals("1 télédossier est passé « En cours » : le voir", chrome.text("#moved"));
        assertEquals("moved", chrome.focused());
        chrome.script("document.getElementById('found').focus(); keepFocus()");
        assertEquals("moved", chrome.focused(), "what is told takes the focus from the number of lines");
        chrome.judge("teledossiers-partis").follow("#moved a");
        assertTrue(chrome.has(row(fresh)));
        chrome.assertNoTrouble();
    }

    @Test
    void filesOfOneLeaveFromItsLine() throws IOException {
        var village = PortalTown.of("recensementCitoyen");
        var ada = Visitor.agent(village.town(), "recensementCitoyen");
        var received = deposited(village, "SI_RECEIVED");
        var fresh = deposited(village, "SENT");
        var closed = deposited(village, "CLOSED");
        var folder = chrome.downloads();

        chrome.signIn(ada).open("/teledossiers?statut=tous");
        assertFalse(chrome.has(row(closed) + " .take"));
        assertFalse(chrome.has(box(closed.caseId())));
        chrome.judgeDialog("teledossiers-telecharger-un", row(received) + " .take")
                .touch(row(received) + " .take");
        assertTrue(chrome.text("#take-one strong").endsWith(", de « Reçu » à « En cours »"), chrome::text);
        assertEquals("Télécharger et prendre en charge", chrome.text("#take-one-confirm"));
        chrome.touch(
                "#take-one-confirm"); // the list is drawn again meanwhile: the next button is found and pressed at once
        chrome.script("document.querySelector(arguments[0]).click()", row(fresh) + " .take");
        chrome.touch("#take-one-confirm");
        chrome.await(row(received) + " .badge-IN_PROGRESS").await(row(fresh) + " .badge-IN_PROGRESS");
        assertEquals(1, folders(folder).size());

        var again = chrome.downloads();
        chrome.touch(row(received) + " .take").touch(row(fresh) + " .take");
        Wait.until(() -> again.toFile().list((in, name) -> name.endsWith(".zip")).length
                == 2); // they are in progress: nothing is asked
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));

        var rose = Visitor.of(NewPerson.camille(village.town().organizationKey(), ActorType.AGENT)
                .roles(Set.of(Role.READ_FOLDERS))
                .reaching("recensementCitoyen"));
        chrome.signIn(rose).open("/teledossiers?statut=tous");
        assertTrue(chrome.has(".case"));
        assertFalse(chrome.has(".take, #bar-take, .ui-chkbox-box"), "she only reads");
        chrome.assertNoTrouble();
    }

    @Test
    void whatHasNoFileLeftIsNotOfferedForDownload() {
        var village = PortalTown.of("recensementCitoyen");
        var ada = Visitor.agent(village.town(), "recensementCitoyen");
        var emptied = deposited(village, "SI_RECEIVED");
        var whole = deposited(village, "IN_PROGRESS");
        Stored.fileOf(emptied).isPurged();

        chrome.signIn(ada).open("/teledossiers?statut=tous");
        assertTrue(chrome.has(row(whole) + " .take"));
        assertFalse(chrome.has(row(emptied) + " .take"));
        chrome.touch(box(emptied.caseId())).await("#bar-count");
        assertTrue(chrome.find("#open-START").isDisplayed(), "its work goes on");
        assertFalse(chrome.has("#bar-take"));
        assertTrue(chrome.find("#bar-no-file").isDisplayed());
        chrome.touch(box(whole.caseId())).await("#bar-take"); // the other one has files

        chrome.open(TeledossierIT.page(emptied));
        chrome.shows("supprimée : sa durée de conservation est atteinte");
        assertFalse(chrome.has("#download-all, #confirm-download"));
        chrome.assertNoTrouble();
    }

    private static Deposit deposited(PortalTown village, String status) {
        var deposit = Deposit.complete(Partner.of("demo-dila"), "recensementCitoyen", "10870-XML", village.town());
        TeledossierIT.moved(deposit, status);
        return deposit;
    }

    /** Returns the selector of the box of a line, which can be chosen. */
    static String box(Object id) {
        return "[id^='cases_" + id + "_'][role=checkbox]:not(.ui-state-disabled)";
    }

    private static String row(Deposit deposit) {
        return ".case:has(#case-" + deposit.caseId() + ")";
    }

    /** Returns the folders in the downloaded ZIP. */
    private static Set<String> folders(Path downloads) throws IOException {
        var zip = chrome.arrived(downloads, ".zip");
        try (var archive = new ZipFile(zip.toFile())) {
            return archive.stream()
                    .map(entry -> entry.getName().replaceFirst("/.*", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void theListBringsItselfUpToDateAndLeavesWhatIsChosenAlone() throws SQLException {
        var kept = cases.named("N-1", "Lovelace", "Ada");
        var gone = cases.named("N-2", "Hopper", "Grace");
        list("?statut=tous");
        chrome.touch(box(gone)).touch(box(kept)).await("#open-RECEIVE");

        Stored.aCase(gone).hasStatus("SI_RECEIVED");
        var more = cases.named("N-3", "Curie", "Marie");
        chrome.script("PF('refresh').cfg.fn()");

        chrome.await(box(more));
        assertTrue(chrome.has(box(kept) + ":focus[aria-checked=true]"), chrome::focused);
        assertTrue(chrome.has(box(gone) + "[aria-checked=false]"), "it is no longer what was chosen");
        assertEquals("1 télédossier choisi", chrome.text("#bar-count"));
        assertEquals("Nouveaux 2", tab(".tabs li:nth-child(2)"));
        chrome.assertNoTrouble();
    }

    @Test
    void aListThatNobodyLooksAtProlongsNoSessionAndIsLeftWhenItEnds() throws SQLException {
        cases.named("N-1", "Lovelace", "Ada");
        list("?statut=tous");
        Stored.account(agathe.id()).isIdle(30);

        var more = cases.named("N-2", "Hopper", "Grace");
        chrome.script("PF('refresh').cfg.fn()");
        chrome.await(box(more));
        assertEquals(
                1,
                Database.change(
                        "delete from person_session where account_id = ? and used_at < now() - interval '29 minutes'",
                        agathe.id()));

        chrome.script("PF('refresh').cfg.fn()");
        chrome.await("#login");
        assertEquals("/connexion", chrome.path());
        assertTrue(query().endsWith("fin=session"), query());
        chrome.assertNoTrouble();
    }

    @Test
    void whatArrivedInSoftwareIsSeenAndNotChosen() throws SQLException {
        var id = cases.named("N-1", "Lovelace", "Ada");
        Stored.aCase(id).isOfSoftware();

        list("");
        chrome.shows("Se traite dans votre logiciel");
        assertFalse(chrome.has(box(id)));
    }

    @Test
    void theNationalAdministratorSeesAllAndIsOfferedNothingThatIsRefused() throws SQLException {
        var mine = cases.named("N-1", "Lovelace", "Ada");
        var elsewhere = cases.named("N-2", "Hopper", "Grace");
        Stored.aCase(elsewhere).isOfSoftware();

        chrome.signIn(Visitor.national()).open("/teledossiers?statut=tous&service=" + town.organizationKey());
        chrome.await("#case-" + mine);
        assertFalse(chrome.has(box(mine)));
        assertFalse(chrome.has("#prendre-" + mine));
        assertFalse(chrome.has("#bar"));
        chrome.hides("votre logiciel");
        chrome.shows("Se traite dans le logiciel du service");
        assertTrue(
                (Boolean) chrome.script("return document.querySelector('#cases table').getBoundingClientRect().right"
                        + " <= document.documentElement.clientWidth"),
                "its last column is not cut off");
        chrome.assertNoTrouble();
    }

    @Test
    void whoMayNotSeeTeledossiersIsRefusedAndALinkIsKeptForAfterTheSignIn() {
        chrome.signIn(Visitor.administrator(town)).open("/teledossiers");
        chrome.expectingError(403);

        list("");
        agathe.loseSessions();
        chrome.open("/teledossiers?statut=clos&recherche=d%C3%A9s");
        assertEquals("/connexion", chrome.path());
        assertEquals("vers=%2Fteledossiers%3Fstatut%3Dclos%26recherche%3Dd%25C3%25A9s&fin=session", query());
    }

    @Test
    void theFilteredListLeavesAsAFile() throws SQLException {
        for (int number = 10; number < 35; number++) {
            cases.named("N-" + number, "Lovelace", "Ada");
        }
        cases.named("M-1", "Curie", "Marie");

        list("?statut=tous&recherche=lovelace&lignes=10");
        var csv = file("a[href*='.csv']");
        assertEquals(27, csv.split("\\R", -1).length, "names, 25 lines and the end, of all pages: " + csv);
        assertFalse(csv.contains("Curie"), csv);
        assertTrue(file("a[href*='.xlsx']").startsWith("PK"));
        assertEquals(
                2, Database.count("audit_entry where organization = ? and action = 'CASES_EXPORTED'", town.name()));

        agathe.loseSessions();
        assertEquals(
                true,
                chrome.script("return fetch('/teledossiers.csv?statut=tous').then(answer => answer.redirected"
                        + " && answer.url.includes('/connexion'))"));
    }

    private String file(String link) {
        return (String)
                chrome.script("return fetch(document.querySelector(arguments[0])).then(file => file.text())", link);
    }

    @Test
    void sheKeepsAFilterUnderANameFindsItAboveTheListAndDeletesIt() throws SQLException {
        cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-1", "Lovelace", "Ada");
        list("?statut=nouveaux&demarche=EtatCivil&recherche=curie&tri=modification")
                .follow(".kept-filters-edit");
        chrome.shows("Statut : Nouveaux");
        assertFalse(chrome.text().contains("curie"), "whom she searched is not kept");
        chrome.judge("mes-filtres-vide").press("keep-filter");
        assertTrue(chrome.text("#name-error").contains("Renseignez"), chrome::text);

        chrome.type("name", "Actes de naissance à traiter sans tarder").press("keep-filter");
        assertEquals("statut=nouveaux&demarche=EtatCivil&recherche=curie&tri=modification", query());
        chrome.shows("« Actes de naissance à traiter sans tarder » est enregistré");
        assertFalse(chrome.has(".kept-filters [aria-current=true]"), "the list is narrower than the filter");
        chrome.touch("#mes-filtres").follow(".kept-filters a");
        assertEquals("statut=nouveaux&demarche=EtatCivil&tri=modification", query());
        assertEquals(List.of("AEC-1"), numbers());
        assertTrue(chrome.has(".kept-filters [aria-current=true]"));
        chrome.touch("#mes-filtres").judge("teledossiers-filtre-garde");

        chrome.follow(".kept-filters-edit").judge("mes-filtres").follow(".kept-list button");
        chrome.shows("Le filtre est supprimé.");
        assertFalse(chrome.has(".kept-list"));
        assertEquals(
                0,
                Database.count(
                        "saved_filter f join account a on a.id = f.account_id where a.company_register = ?",
                        town.companyRegister()));
        chrome.follow(".back a");
        assertEquals("statut=nouveaux&demarche=EtatCivil&tri=modification", query());
        chrome.assertNoTrouble();
    }

    @Test
    void sheChoosesHerColumnsForTheListAndItsFilesAndFindsThemAgain() throws SQLException {
        cases.add("EtatCivil", CaseStatus.SENT, NOON, "AEC-1", "Lovelace", "Ada");
        list("?statut=tous&tri=modification");
        chrome.judgeDialog("teledossiers-colonnes", "#open-columns");
        chrome.script("document.getElementById('open-columns').focus()");
        chrome.keys(Keys.ENTER).await(".ui-dialog[aria-hidden=false]");
        assertFalse(chrome.has("#columns [value=RECIPIENT]"), "all are for her own town");
        for (var column : List.of("PROCESS", "PERSON", "UPDATED")) {
            chrome.script("document.querySelector('#columns [value=" + column + "]').focus()");
            chrome.keys(Keys.SPACE);
        }
        chrome.press("show-columns");

        assertEquals("statut=tous&tri=modification", query());
        chrome.shows("Votre affichage est enregistré.");
        agathe.loseSessions();
        list("?statut=tous&tri=modification");
        assertEquals(List.of("AEC-1"), numbers());
        assertTrue(chrome.text().contains("Nouveau"), "its status is always there");
        chrome.shows("Transmis le");
        for (var hidden : List.of("Demande d'acte", "Demandeur", "LOVELACE", "Mis à jour")) {
            assertFalse(chrome.text("#cases").contains(hidden), hidden);
        }
        chrome.shows("avec les colonnes que vous avez choisies");
        assertEquals(
                "Numéro;Statut;Administration destinataire;Transmis le;Traité dans un logiciel",
                file("a[href*='.csv']").split("\\R", -1)[0].replace("\uFEFF", ""));
        chrome.judge("teledossiers-colonnes-choisies");

        chrome.touch("#open-columns").await(".ui-dialog[aria-hidden=false]");
        assertFalse(chrome.find("#columns [value=PERSON]").isSelected());
        chrome.touch("#columns [value=PERSON]").press("show-columns");
        assertTrue(chrome.text("#cases").contains("LOVELACE"), chrome::text);

        var comfortable = chrome.find(".case").getSize().height;
        chrome.touch("#open-columns").touch("#compacte").press("show-columns");
        assertTrue(chrome.find(".case").getSize().height < comfortable, "its lines are closer");
        chrome.judge("teledossiers-compacts").open("/teledossiers");
        assertEquals("", query(), "an address of elsewhere is not remembered");
        chrome.open("/teledossiers?demarche=EtatCivil&lignes=50&filtre=oui").open("/teledossiers");
        assertEquals("", query(), "nor one that looks like the form");
        list("?statut=tous&tri=modification").touch("#demarches").touch("[name=demarche][value=EtatCivil]");
        chrome.touch("#les-miens").press("filtrer").open("/teledossiers");
        assertEquals("demarche=EtatCivil&tri=modification", query(), "hers is, without what hides new ones");
        chrome.press("clear-filters").open("/teledossiers");
        assertEquals("tri=modification", query(), "her order stays");
        chrome.open("/teledossiers?statut=tous").touch("#cases .ui-sortable-column");
        Wait.until(this::query, asked -> asked.contains("transmission-croissante"));
        chrome.open("/teledossiers");
        assertEquals("tri=transmission-croissante", query(), "an order is remembered at once");
        chrome.touch("#open-columns").press("usual-list").shows("La liste a de nouveau son affichage d’origine.");
        assertFalse(chrome.has(".compact"));
        assertEquals("/teledossiers", chrome.open("/teledossiers").local());
        chrome.assertNoTrouble();
    }

    @Test
    void aReasonThatIsMissingIsAskedForAndWhatWasChosenStays() throws SQLException {
        var chosen = cases.named("N-1", "Lovelace", "Ada");
        var other = cases.add("CERTDC", CaseStatus.SENT, NOON);
        town.inService("EtatCivil", "PORTAIL");
        Stored.aCase(chosen).hasStatus("SI_RECEIVED");
        list("?statut=tous");
        chrome.touch(box(chosen)).await("#open-REFUSE").touch("#open-REFUSE").press("do-REFUSE");
        assertEquals("Écrivez le motif du refus.", chrome.text("#REFUSE-error"));

        chrome.type("REFUSE", "Commune voisine").reload();
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"), "nothing is chosen");
        Database.change(
                "insert into ready_answer select gen_random_uuid(), s.id, 'Voisine', '{demandeur}, écrivez à Provins.', 0"
                        + " from subscription s where s.company_register = ?",
                town.companyRegister());
        chrome.touch(box(chosen)).await("#open-REFUSE").touch("#open-REFUSE");
        assertEquals("Commune voisine", chrome.find("#REFUSE").getDomProperty("value"), "her text is kept");
        chrome.choose("REFUSE-ready", "Voisine");
        Wait.until(() -> chrome.find("#REFUSE").getDomProperty("value"), text -> text.contains("{demandeur}"));
        chrome.judge("teledossiers-reponse-type").keys(Keys.ESCAPE).touch(box(other));
        Wait.until(() -> "".equals(chrome.find("#REFUSE").getDomProperty("value"))); // it was for the other démarche
        chrome.touch(box(other)).await("#open-REFUSE").touch("#open-REFUSE");
        chrome.type("REFUSE", "Commune voisine\n{demandeur}, écrivez à Provins.");
        chrome.script("document.getElementsByName('comptes')[0].value = 2"); // an answer was lost
        chrome.press("do-REFUSE").shows("rien n’a changé. Vérifiez votre choix").touch("#open-REFUSE");
        assertEquals(
                "Commune voisine\n{demandeur}, écrivez à Provins.",
                chrome.find("#REFUSE").getDomProperty("value"),
                "her text is kept");
        chrome.press("do-REFUSE");

        chrome.shows("1 télédossier est maintenant « Refusé ».");
        assertEquals(
                1,
                Database.count(
                        "case_event where case_id = ? and message like '%Ada Lovelace, écrivez à Provins.'", chosen));
    }

    @Test
    void enterInABoxPressesNoButtonThatNobodySees() throws SQLException {
        var fresh = cases.named("N-1", "Lovelace", "Ada");
        list("?statut=nouveaux");
        chrome.touch(box(fresh)).await("#bar-count");

        chrome.find(box(fresh)).sendKeys(Keys.ENTER);
        Wait.until(() -> !chrome.has("#bar-count")); // it is a box: it is chosen no more

        assertEquals(1, Database.count("cases where company_register = ? and status = 'SENT'", town.companyRegister()));
        assertFalse(chrome.has(".success"), chrome::text);
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        list("");

        chrome.shows("Rien ici pour le moment.");
        chrome.judge("teledossiers-vide");
    }
}
