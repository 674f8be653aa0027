package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Sirets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Checks that the national administrator changes the register of organisations: by hand, from a file, and by a merge. */
class OrganizationPagesIT extends InBrowser {
    final String siret = Sirets.fresh();

    @TempDir
    Path folder;

    @BeforeEach
    void signIn() {
        chrome.signIn(Visitor.national());
    }

    @Test
    void anOrganizationIsCreatedOnceItsFormIsRightAndThenChanged() {
        chrome.open("/organisation").judge("organisation-nouvelle");
        chrome.chooseValue("TYPE", "SI");
        chrome.type("COMPANY_REGISTER", "12 34")
                .type("BRANCH_CODE", "77372")
                .type("NAME", "Commune <b>de</b> Pontcarré")
                .type("POSTAL_CODE", "7713")
                .press("save");
        assertEquals("Un SIRET compte 14 chiffres : celui-ci en compte 4.", chrome.text("#COMPANY_REGISTER-error"));
        assertTrue(chrome.text("#POSTAL_CODE-error").contains("5 chiffres"));
        assertTrue(chrome.text("#TERRITORY-error").contains("territoire"));
        chrome.judge("organisation-refusee");

        chrome.type("COMPANY_REGISTER", siret)
                .type("POSTAL_CODE", "77135")
                .type("TERRITORY", "Pontcarré")
                .press("save");
        chrome.shows("L’organisation est créée.");
        assertEquals("Commune <b>de</b> Pontcarré", chrome.title());
        chrome.type("NAME", "Pontcarré").press("save");

        chrome.shows("Les modifications sont enregistrées.");
        assertEquals("Pontcarré", chrome.title());
        chrome.judge("organisation");
    }

    @Test
    void aKeyThatIsTakenIsShownNextToItsFieldWithTheRest() {
        var taken = new NewTown(siret, "77372").registered();
        chrome.open("/organisation");
        chrome.chooseValue("TYPE", "SI");

        chrome.type("COMPANY_REGISTER", taken.companyRegister())
                .type("BRANCH_CODE", taken.branchCode())
                .type("POSTAL_CODE", "7713")
                .press("save");

        assertTrue(chrome.text("#COMPANY_REGISTER-error").contains("existe déjà"), chrome::text);
        assertTrue(chrome.text("#POSTAL_CODE-error").contains("5 chiffres"), chrome::text);
        assertTrue(chrome.text("#NAME-error").contains("nom"), chrome::text);
    }

    @Test
    void theRegisterIsSearchedSortedAndTurnedOverInItsAddress() {
        var town = NewTown.fresh().registered();
        chrome.open("/organisations?tri=CREATE_DATE_TIME&sens=desc").judge("organisations");
        assertEquals("descending", chrome.find("th:last-of-type").getDomAttribute("aria-sort"));

        chrome.open("/organisations?texte=" + town.companyRegister() + "&type=SI&statut=Actif");
        assertEquals("Une organisation trouvée", chrome.text("#count"));
        assertEquals("Service instructeur", chrome.chosen("type"));
        chrome.open("/organisations?texte=" + town.companyRegister() + "&type=OSL")
                .judge("organisations-vide");
        chrome.shows("Aucune organisation ne correspond");
        chrome.open("/organisations?page=-3&type=rien&tri=rien&sens=rien");
        assertTrue(chrome.has("tbody tr"), chrome::text);
    }

    @Test
    void theFirstOrganizationIsInSightOnALowScreen() {
        NewTown.fresh().registered();
        chrome.wide().open("/organisations");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));
    }

    @Test
    void aHeaderSortsInPlaceAndTheAddressSaysSo() {
        var town = NewTown.fresh().registered();
        var address = "/organisations?texte=" + town.companyRegister();
        chrome.open(address);
        chrome.touch("#organizations th:first-of-type").await("[aria-sort=ascending]");
        assertEquals(address + "&tri=NAME", chrome.local());

        chrome.follow("tbody a").back();
        assertEquals("ascending", chrome.find("#organizations th").getDomAttribute("aria-sort"));
    }

    @Test
    void namesStandInFrenchOrder() {
        var word = "Ordre" + siret;
        for (var name : List.of("Zuydcoote", "Étampes", "Evian", "Écouen", "eaubonne")) {
            var town = NewTown.fresh().registered();
            Database.change(
                    "update organization set name = ? where company_register = ?",
                    name + " " + word,
                    town.companyRegister());
        }

        chrome.open("/organisations?texte=" + word);
        assertEquals(
                List.of("eaubonne", "Écouen", "Étampes", "Evian", "Zuydcoote"),
                chrome.find("tbody").findElements(By.cssSelector("a")).stream()
                        .map(link -> link.getText().split(" ", 2)[0])
                        .toList());
    }

    Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("organisations.csv"), content);
    }

    void check(Path file) {
        chrome.open("/import-organisations");
        chrome.find("#file").sendKeys(file.toString());
        chrome.press("check");
    }

    @Test
    void aFileIsCheckedLineByLineAndThenTaken() throws IOException {
        check(
                file(
                        "Type;SIRET;Code guichet;Nom;Code postal;Territoire\nSI;" + siret
                                + ";77372;Commune nouvelle de Saint-Jean-le-Vieux-sous-Montagne;77135;Pontcarré\nSI;123;77372;=1+1;77135;X\n"));

        chrome.shows("Ce que le fichier ferait");
        assertTrue(chrome.text("dl.facts").contains("Créées\n1\nModifiées\n0"), chrome::text);
        chrome.shows("Un SIRET compte 14 chiffres : celui-ci en compte 3.");
        organization().expect(404);
        chrome.judge("import-verifie").judgeDialog("import-confirmation", "#open-run");

        chrome.touch("#open-run").await(".ui-dialog[aria-hidden=false]").press("run");
        chrome.shows("1 créées, 0 modifiées, 1 refusées");
        assertFalse(chrome.has("#open-run"));
        assertTrue(chrome.has("#download"));
        organization().expect(200);
        chrome.judge("import-fait").reload();
        chrome.shows("Ce fichier est importé");

        check(file("Type;SIRET;Code guichet;Nom;Courriel\nSI;" + siret + ";77372;Pontcarré;m@pontcarre.fr\n"));
        chrome.judge("import-modifie");
        var line = chrome.text("tbody tr");
        assertTrue(line.contains("Nom\nCommune nouvelle de Saint-Jean-le-Vieux-sous-Montagne → Pontcarré"), line);
        assertTrue(line.contains("Adresse électronique\nvide → m@pontcarre.fr") && !line.contains("77135"), line);
    }

    @Test
    void onlyTheFileThatIsShownIsImported() throws IOException {
        check(file("Type;SIRET;Code guichet;Nom;Code postal;Territoire\nSI;" + siret + ";77372;Pontcarré;77135;X\n"));
        Database.change("update organization_file set id = gen_random_uuid()"); // as if checked in another window

        chrome.touch("#open-run").await(".ui-dialog[aria-hidden=false]").press("run");

        chrome.shows("Ce fichier n’est plus là");
        organization().expect(404);
    }

    @Test
    void theFileOfAnotherPersonIsNotShown() throws IOException {
        check(file("Type;SIRET;Code guichet;Nom;Code postal;Territoire\nSI;" + siret + ";77372;Pontcarré;77135;X\n"));
        var page = chrome.local();

        chrome.signIn(Visitor.national()).open(page);

        assertFalse(chrome.has("#open-run"));
        chrome.shows("Ce fichier n’est plus là");
    }

    fr.hubee.it.world.Answer organization() {
        return Partner.of("demo-admin").atReferential().get("/organizations/SI-" + siret + "-77372");
    }

    @Test
    void aFileThatIsNoneOrTooLargeIsRefusedAsAWhole() throws IOException {
        chrome.open("/import-organisations").judge("import").press("check");
        chrome.shows("Choisissez un fichier CSV");

        check(file(""));
        chrome.shows("Choisissez un fichier CSV");
        check(file("Nom\nPontcarré\n"));
        chrome.shows("Colonnes manquantes");
        check(file("PK\u0003\u0004un classeur"));
        chrome.shows("Ce fichier est un classeur");
        check(file("x".repeat(11 * 1024 * 1024)));
        chrome.shows("Le fichier dépasse 10 Mo");
        chrome.judge("import-refuse");
    }

    @Test
    void twoCommunesMergeOnceWhatMovesHasBeenSeen() {
        var former = NewTown.fresh().registered();
        var successor = NewTown.fresh().registered();
        former.subscribed("EtatCivil");

        chrome.open("/organisation?id=" + former.name());
        assertTrue(chrome.has("a[href='/fusion?source=" + former.name() + "']"));
        chrome.open("/fusion?source=" + former.name() + "&texte=" + successor.companyRegister())
                .judge("fusion-choix");
        chrome.open(chrome.find("#found a").getDomAttribute("href"));
        assertTrue(chrome.text("#preview").contains("EtatCivil"), chrome::text);
        chrome.judge("fusion-apercu").judgeDialog("fusion-confirmation", "#open-merge");

        chrome.touch("#open-merge").await(".ui-dialog[aria-hidden=false]").press("merge");
        chrome.shows("lisez d’abord ce qui passe");
        chrome.touch("#open-merge")
                .await(".ui-dialog[aria-hidden=false]")
                .touch("#sure")
                .press("merge");

        chrome.shows("La fusion est faite");
        assertEquals(
                "Inactif",
                Partner.of("demo-admin")
                        .atReferential()
                        .get("/organizations/" + former.name())
                        .field("status"));
    }

    @Test
    void aMergeIsUndoneOnceWhatGoesBackHasBeenSeen() {
        var former = PortalTown.of("EtatCivil").town();
        var successor = PortalTown.of("EtatCivil").switchedTo("API").town();
        former.subscribed("CERTDC");
        successor.subscribed("CERTDC");
        Deposit.announce(Partner.of("demo-dila"), former).upload().complete();
        Database.change("update cases set status = 'SENT' where company_register = ?", former.companyRegister());
        Database.change("delete from notification where company_register = ?", former.companyRegister());
        chrome.open("/fusion?source=" + former.name() + "&cible=" + successor.name());
        assertTrue(chrome.text("#preview").contains("Dont 1 à reprendre par le logiciel de "), chrome::text);
        chrome.touch("#open-merge")
                .await(".ui-dialog[aria-hidden=false]")
                .touch("#sure")
                .press("merge");

        chrome.open("/organisations").follow("a[href='/fusions']").judge("fusions");
        var merge = Database.text(
                "select id from organization_merge where predecessor_company_register = ?", former.companyRegister());
        chrome.shows(former.name());
        chrome.follow("a[href='/annulation-fusion?id=" + merge + "']");
        assertTrue(chrome.text("#returns").contains("EtatCivil"), chrome::text);
        assertTrue(chrome.text("#returns").contains("CERTDC"), chrome::text);
        assertFalse(chrome.text("#returns").contains("supprimées"), chrome::text);
        assertTrue(chrome.text("#stays").contains("1, que la fusion avait adressées"), chrome::text);
        chrome.judge("annulation-fusion").judgeDialog("annulation-fusion-confirmation", "#open-undo");

        chrome.touch("#open-undo").await(".ui-dialog[aria-hidden=false]");
        assertEquals("Annuler la fusion", chrome.text("#undo"));
        assertEquals("Garder la fusion", chrome.text("#undo-dialog [data-closes]"));
        chrome.press("undo");
        chrome.shows("lisez d’abord ce qui revient");
        chrome.touch("#open-undo")
                .await(".ui-dialog[aria-hidden=false]")
                .touch("#sure")
                .press("undo");

        chrome.shows("La fusion est annulée");
        chrome.hides(" : 0 ", ", 0 ");
        assertFalse(chrome.has("a[href='/annulation-fusion?id=" + merge + "']"));
        chrome.open("/annulation-fusion?id=" + merge).judge("annulation-fusion-faite");
        chrome.shows("Cette fusion est déjà annulée.");
    }

    @Test
    void aMergeThatMakesNoSenseIsReportedBeforeAnythingMoves() {
        var town = NewTown.fresh().registered();

        chrome.open("/fusion?source=" + town.name() + "&cible=" + town.name());
        chrome.shows("Choisissez deux organisations différentes.");
        assertFalse(chrome.has("#open-merge"));
        chrome.open("/fusion?source=SI-00000000000000-0");
        assertEquals("Cette page n’existe pas", chrome.title());
        chrome.expectingError(404);
    }
}
