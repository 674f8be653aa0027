package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.people.account.ActorType;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks a list of several pages: a {@code hubee:table} with and without scripts. */
class AccountListIT extends InBrowser {
    static final int MANY = 60;

    static NewTown town;
    static Visitor admin;

    @BeforeAll
    static void aTownHasManyAgents() {
        town = NewTown.fresh().registered();
        admin = Visitor.administrator(town);
        for (int each = 1; each < MANY; each++) {
            Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.AGENT));
        }
    }

    /** Returns the addresses of the lines, read at once: the table replaces them all. */
    @SuppressWarnings("unchecked")
    static List<String> shown() {
        return (List<String>)
                chrome.script("return [...document.querySelectorAll('#accounts tbody a')].map(each => each.href)");
    }

    static void press(String selector) {
        var before = shown();
        chrome.touch(selector);
        Wait.until(() -> !shown().equals(before));
    }

    @Test
    void aPageIsTurnedInPlaceAndTheAddressSaysWhere() {
        chrome.signIn(admin).open("/comptes").judge("comptes-liste");
        var first = shown();
        assertEquals(25, first.size());

        press(".ui-paginator-next");
        assertEquals("/comptes?page=2", chrome.local());
        var second = shown();
        assertTrue(first.stream().noneMatch(second::contains));
        assertTrue(chrome.isFocused(".ui-paginator-next"), chrome.focused());

        chrome.follow("#accounts tbody a").back();
        assertEquals(second, shown());
        press(".ui-paginator-next");
        assertEquals(10, shown().size());
        chrome.assertNoTrouble();
    }

    @Test
    void aHeaderSortsAndTurnsTheOrder() {
        chrome.signIn(admin).open("/comptes?actif=oui");

        press("#accounts th:nth-of-type(5)");
        assertEquals("/comptes?actif=oui&tri=TYPE", chrome.local());
        assertTrue(chrome.text("#accounts tbody tr").contains("Agent"));
        press("#accounts th:nth-of-type(5)");
        assertEquals("/comptes?actif=oui&tri=TYPE&sens=desc", chrome.local());
        assertTrue(chrome.text("#accounts tbody tr").contains("Administrateur local"));

        var shown = shown();
        chrome.reload();
        assertEquals(shown, shown());
        assertEquals("descending", chrome.find("#accounts th:nth-of-type(5)").getDomAttribute("aria-sort"));
        chrome.press("filter");
        assertTrue(
                chrome.local().contains("actif=oui") && chrome.local().endsWith("&tri=TYPE&sens=desc"), chrome::local);
        assertEquals(shown, shown(), "the order outlives a new filter");
    }

    @Test
    void theFirstLineIsInSightOnALowScreen() {
        chrome.wide().signIn(Visitor.national()).open("/comptes");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));
        assertFalse(chrome.find("#type").isDisplayed());

        chrome.open("/comptes?type=AGENT");
        assertTrue(chrome.find("#type").isDisplayed());
        assertEquals("Agent", chrome.chosen("type"));
    }

    @Test
    void withoutScriptsLinksChangeThePageAndSort() {
        var session = PersonCookie.NAME + "=" + admin.openSession();

        var second = page("/comptes?tri=TYPE&page=2", session);
        assertTrue(second.contains("href=\"/comptes?tri=TYPE\""), second);
        assertTrue(second.contains("href=\"/comptes?tri=TYPE&amp;page=3\""), second);
        assertTrue(second.contains("href=\"/comptes?tri=TYPE&amp;sens=desc\">Type d’acteur</a>"), second);
        assertTrue(second.contains("href=\"/comptes?tri=LAST_NAME\">Nom</a>"), second);
        assertFalse(second.contains("tri=ORGANIZATION"), "she has only one");
        assertFalse(second.contains("Administrateur local</td>"), second);
    }

    static String page(String path, String session) {
        return Partner.send(Partner.to(path).header("Cookie", session)).text();
    }

    @Test
    void tickedAccountsAreDeactivatedTogetherAndEachOneIsInTheReport() {
        var village = NewTown.fresh().registered();
        var alone = Visitor.administrator(village);
        var ada = Visitor.of(NewPerson.ada(village.organizationKey(), ActorType.AGENT));
        var camille = Visitor.of(NewPerson.camille(village.organizationKey(), ActorType.AGENT));
        chrome.signIn(alone).open("/comptes").judgeDialog("comptes-desactiver", "#open-deactivate");

        chrome.touch("#open-deactivate").press("deactivate");
        chrome.shows("Cochez au moins une ligne");

        for (var each : List.of(ada, camille, alone)) {
            chrome.touch("input[value^='" + each.id() + "']");
        }
        chrome.touch("#open-deactivate").press("deactivate");

        chrome.shows("Ada Lovelace ne peut plus se connecter : le compte est désactivé.");
        chrome.shows("Camille Verneuil n’a pas changé : "); // herself
        assertEquals(
                2,
                Database.count("account where active = false and id in ('" + ada.id() + "','" + camille.id() + "')"));
        assertEquals(1, Database.count("account where active and id = '" + alone.id() + "'"));
    }

    @Test
    void tickedPeopleAreInvitedAgain() {
        var village = NewTown.fresh().registered();
        var ada = Visitor.of(NewPerson.ada(village.organizationKey(), ActorType.AGENT));
        chrome.signIn(Visitor.administrator(village)).open("/comptes").touch("input[value^='" + ada.id() + "']");

        chrome.touch("#open-invite").press("invite");

        chrome.shows("Ada Lovelace reçoit un courriel");
        assertEquals(1, Database.count("mail where recipient = '" + ada.email() + "'"));
    }

    @Test
    void theListLeavesAsAFileWithTheLastSignIns() {
        var village = NewTown.fresh().registered();
        var ada = Visitor.of(NewPerson.ada(village.organizationKey(), ActorType.AGENT));
        var administrator = Visitor.administrator(village);
        Database.change("insert into last_sign_in values (?, timestamptz '2026-03-02 10:00:00+01')", ada.id());

        var file = new SignedIn(administrator).get("/comptes?type=AGENT&format=csv");

        assertEquals("attachment; filename=\"comptes.csv\"", file.header("Content-Disposition"));
        file.shows("Lovelace;Ada;" + ada.email() + ";Oui;Agent;", ";Non;02/03/2026 10:00:00\r\n");
        file.hides(administrator.email());
        assertEquals(
                1,
                Database.count("audit_entry where organization = ? and action = 'ACCOUNTS_EXPORTED'", village.name()));
        var workbook = new SignedIn(administrator).get("/comptes?format=xlsx");
        assertTrue(workbook.text().startsWith("PK"), workbook::text);
    }

    @Test
    void theRegistersLeaveAsFilesToo() {
        var nina = Visitor.national();
        var national = new SignedIn(nina);

        var towns = national.get("/organisations?texte=" + town.companyRegister() + "&format=csv");
        towns.shows("SI;" + town.companyRegister() + ";77372;Commune de Pontcarré;");
        national.get("/demarches?format=csv").shows("\r\nCERTDC;");
        national.get("/abonnements?demarche=CERTDC&format=csv").shows(";CERTDC;");
        assertEquals(
                1, Database.count("audit_entry where actor = ? and action = 'SUBSCRIPTIONS_EXPORTED'", nina.email()));
    }

    @Test
    void agentsComeFromAFileThatIsShownFirst(@TempDir Path folder) throws IOException {
        var village = NewTown.fresh().registered();
        DataPass.asksFor(village, "EtatCivil");
        var ada = "ada." + village.companyRegister() + "@pontcarre.fr";
        var file = Files.writeString(
                folder.resolve("agents.csv"),
                "Civilité;Prénom;Nom;Courriel;Téléphone;Démarches\r\n"
                        + "Mme;Ada;Lovelace;" + ada + ";0160000001;EtatCivil\r\n"
                        + "Mme;Camille;Verneuil;camille;0160000002;CERTDC\r\n"
                        + "M.;Basile;Martel;" + ada.toUpperCase(Locale.ROOT) + ";0160000003;EtatCivil\r\n");
        chrome.signIn(Visitor.administrator(village)).open("/comptes").press("import");

        chrome.find("#file").sendKeys(file.toString());
        chrome.press("check").judge("import-agents");

        var plan = chrome.text("table");
        assertTrue(plan.startsWith("Ce que le fichier ferait : 1 à créer, 2 à laisser de côté"), plan);
        assertTrue(plan.contains("EtatCivil Sera créé"), plan);
        assertTrue(plan.contains("Cette organisation n’est pas abonnée à ces démarches : CERTDC"), plan);
        assertTrue(plan.contains("Cette adresse est déjà celle de la ligne 2."), plan);
        assertEquals(0, Database.count("account where email = ?", ada));

        chrome.press("run");
        chrome.shows("Un compte est créé ; un courriel part.", "Ligne 3 laissée de côté");
        assertEquals(1, Database.count("account where email = ? and actor_type = 'AGENT'", ada));

        Files.writeString(
                file,
                "Civilité;Prénom;Nom;Courriel;Téléphone;Démarches\r\nMme;Ada;Byron;" + ada
                        + ";01 60 00 00 01;EtatCivil\r\n");
        chrome.open("/import-agents").find("#file").sendKeys(file.toString());
        chrome.press("check").judge("import-agents-connus");
        assertTrue(chrome.text("tbody").contains("Nom\nLovelace, dans le fichier : Byron"), chrome::text);
        assertFalse(chrome.text("tbody").contains("Fonction"), "the file leaves it out");
        assertFalse(chrome.text("tbody").contains("Téléphone"), "it is the same number");
    }

    @Test
    void whatIsNoFileOfAgentsIsRefusedNextToTheField(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("agents.csv"), "Nom;Service\r\nLovelace;Accueil\r\n");
        chrome.signIn(admin).open("/import-agents").find("#file").sendKeys(file.toString());

        chrome.press("check");

        assertTrue(chrome.text("#file-error").contains("La colonne « Service » n’est pas connue."), chrome::text);
    }
}
