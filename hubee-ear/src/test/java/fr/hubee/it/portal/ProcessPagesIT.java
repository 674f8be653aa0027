package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that the national administrator manages the catalogue of démarches. */
class ProcessPagesIT extends InBrowser {
    static final String DILA = "OSL-99000001000019-00000";

    /** A démarche that no other test uses. */
    final String code = "Essai" + NewTown.fresh().companyRegister();

    @BeforeEach
    void signIn() {
        chrome.signIn(Visitor.national());
    }

    static void fillIn(Chrome chrome, String code) {
        chrome.type("CODE", code)
                .type("NAME", "Inscription au registre communal")
                .type("SHORT_NAME", "IRC")
                .type("FORMATS", "application/pdf\napplication/xml")
                .type("TYPES", "Formulaire")
                .type("MAX_SIZE", "2,5")
                .type("FILE_DELETION_DAYS", "30")
                .type("ARCHIVING_DAYS", "60")
                .type("FOLDER_DELETION_DAYS", "365");
        chrome.chooseValue("OSL", DILA);
        chrome.chooseValue("SUBSCRIPTION_VALIDATION", "Manual");
        chrome.chooseValue("FILE_DELETION_STATUS", "CLOSED");
        chrome.chooseValue("PERSON", "DECEASED");
        List.of(
                        "ACTIVATED",
                        "CERTIFIED_SOFTWARE",
                        "MESSAGE_TO_TRANSMITTER",
                        "MESSAGE_WITH_STATUS",
                        "AUTHORIZED_AWAITING",
                        "ENCRYPTED",
                        "NEVER_REFUSED",
                        "SENSITIVE")
                .forEach(id -> chrome.chooseValue(id, "true"));
    }

    void fillIn() {
        fillIn(chrome, code);
    }

    void create() {
        chrome.open("/demarche");
        fillIn();
        chrome.press("save");
        chrome.shows("La démarche est créée.");
    }

    @Test
    void anEmptyFormShowsNextToEachFieldWhatItNeeds() {
        chrome.open("/demarche").judge("demarche-nouvelle").press("save");

        assertTrue(chrome.text("#CODE-error").contains("de 1 à 30 lettres"), () -> chrome.text("#CODE-error"));
        assertEquals("Choisissez « Oui » ou « Non ».", chrome.text("#ACTIVATED-error"));
        chrome.shows("Ouverte aux nouveaux abonnements : Choisissez « Oui » ou « Non ».");
        assertEquals("true", chrome.find("#NAME").getDomAttribute("aria-invalid"));
        chrome.judge("demarche-refusee");
    }

    @Test
    void nonsenseIsRefusedAndNothingOfWhatWasTypedIsLost() {
        chrome.open("/demarche");
        fillIn();
        chrome.type("FILE_DELETION_DAYS", "-1")
                .type("FOLDER_DELETION_DAYS", "9999999999")
                .type("NAME", "<script>alert(1)</script>")
                .press("save");

        assertTrue(chrome.text("#FILE_DELETION_DAYS-error").contains("nombre entier de jours"));
        assertTrue(chrome.text("#FOLDER_DELETION_DAYS-error").contains("nombre entier de jours"));
        assertEquals("<script>alert(1)</script>", chrome.find("#NAME").getDomProperty("value"));
        assertEquals("9999999999", chrome.find("#FOLDER_DELETION_DAYS").getDomProperty("value"));
        chrome.assertNoTrouble();
    }

    @Test
    void aDemarcheIsCreatedAsItWasTyped() {
        create();

        assertEquals("Démarche " + code, chrome.title());
        var process = Partner.of("demo-admin")
                .atReferential()
                .get("/processes/" + code)
                .json();
        assertEquals(2_621_440, process.path("attachmentMaxSizeEnabled").asLong());
        assertEquals("CLOSED", process.path("statusBeforeFileDeletion").asText());
        assertEquals(365, process.path("timeBeforeFolderDeletion").asInt());
        assertEquals("Manual", process.path("subscriptionValidation").asText());
        assertEquals(
                1,
                Database.count(
                        "process where never_refused and sensitive and case_person = 'DECEASED' and short_name = 'IRC' and portal_files_kept is null and code = ?",
                        code));
        assertFalse(
                process.has("neverRefused")
                        || process.has("shortName")
                        || process.has("portalFilesKept")
                        || process.has("sensitive"),
                process::toString);
        chrome.judge("demarche");
        chrome.open("/demarches?texte=irc").shows(code + " – Inscription au registre communal (IRC)");

        chrome.open("/demarche");
        fillIn();
        chrome.press("save");
        chrome.shows("existe déjà");
    }

    @Test
    void howLongThePortalKeepsFilesIsOneOfTheRulesThatAreConfirmed() {
        create();

        chrome.type("PORTAL_FILES_KEPT", "deux mois").press("save");
        assertTrue(chrome.text("#PORTAL_FILES_KEPT-error").contains("« 60 jours »"), chrome::text);
        chrome.type("PORTAL_FILES_KEPT", "2 mois").press("save");
        assertEquals(0, Database.count("process where portal_files_kept is not null and code = ?", code));
        chrome.press("confirm");
        chrome.shows("Les modifications sont enregistrées.");

        assertEquals(1, Database.count("process where portal_files_kept = 'P2M' and code = ?", code));
        assertEquals("2 mois", chrome.find("#PORTAL_FILES_KEPT").getDomProperty("value"));
        assertEquals(
                1,
                Database.count(
                        "audit_entry where action = 'PROCESS_CHANGED' and subject = ? and changes like '%retention.portalFilesKept%'",
                        code));
    }

    @Test
    void whoComesSecondIsShownWhatChangedAndOverwritesNothing() {
        create();
        var admin = Partner.of("demo-admin").atReferential();
        var process = (ObjectNode) admin.get("/processes/" + code).json();
        process.remove(List.of("creationDateTime", "updateDateTime"));
        process.put("name", "Registre communal");
        admin.put("/processes/" + code, process.toString()).expect(200);

        chrome.type("DESCRIPTION", "Ce que j’ai tapé").press("save");

        chrome.shows("Rien n’a été enregistré", "« Registre communal »");
        assertEquals("Ce que j’ai tapé", chrome.find("#DESCRIPTION").getDomProperty("value"));
        assertEquals("Registre communal", admin.get("/processes/" + code).field("name"));
    }

    /** Inserts a case that was transmitted and closed that many days ago, with its file. */
    String closed(NewTown town, int days) {
        // a token that was used a moment ago covers the new démarche a few seconds later only
        var dila = Partner.signIn(Partner.address(), "demo-dila");
        var deposit = Deposit.complete(dila, code, "Formulaire", town);
        Stored.caseOf(deposit).set("status = 'CLOSED', closed_at = ?", Timestamp.from(ParisDays.ago(days)));
        return deposit.caseId();
    }

    @Test
    void aChangeOfRetentionTellsWhatItErasesBeforeItIsConfirmed() {
        createWithTwoClosedCases();

        chrome.type("FILE_DELETION_DAYS", "5").press("save");

        var told = chrome.text("#forecast tbody tr:first-child");
        assertTrue(told.startsWith("Fichiers effacés 0 1 ("), told);
        assertTrue(told.endsWith(" 2"), told);
        assertEquals(30, days());
        chrome.judge("demarche-conservation");

        chrome.type("FILE_DELETION_DAYS", "0").press("confirm");
        assertTrue(chrome.text("#forecast tbody tr:first-child").startsWith("Fichiers effacés 0 2 ("));
        assertEquals(30, days());

        chrome.press("confirm");
        chrome.shows("Les modifications sont enregistrées.");
        assertEquals(0, days());
    }

    void createWithTwoClosedCases() {
        create();
        var town = NewTown.fresh().registered();
        town.inService(code, "PORTAIL");
        closed(town, 10);
        closed(town, 1);
    }

    @Test
    void aPurgeThatWouldTakeMuchAwayWaitsForASecondWord() {
        createWithTwoClosedCases();
        Database.change("""
                insert into accepted_retention select code, file_deletion_status, file_deletion_days, archiving_days,
                  folder_deletion_days, now(), 'hubee' from process where code = ?""", code);
        chrome.type("FILE_DELETION_DAYS", "5").press("save").press("confirm");
        chrome.shows("elle attend encore votre accord");

        chrome.open("/conservation").judge("conservation");
        chrome.shows("EtatCivil – Demande d", "La démarche " + code + " attend votre accord");
        chrome.press(chrome.find("button[title='Démarche " + code + "']").getDomAttribute("id"));

        chrome.shows("La prochaine purge de la démarche " + code);
        chrome.hides("La démarche " + code + " attend votre accord");
    }

    int days() {
        return Partner.of("demo-admin")
                .atReferential()
                .get("/processes/" + code)
                .json()
                .path("timeBeforeFileDeletion")
                .asInt();
    }

    @Test
    void theHelpThatTellsOfADemarcheIsOneLinkAway() {
        chrome.open("/demarche?code=CERTDC").follow("main a[href*='/aide#']");

        assertEquals("/aide", chrome.path());
        assertTrue(chrome.text("#demarche-certdc").contains("CertDc"));
        chrome.shows("96 heures");
    }

    @Test
    void theCatalogueIsSearchedInItsAddress() {
        create();

        chrome.open("/demarches").judge("demarches");
        chrome.open("/demarches?texte=etat");
        assertTrue(chrome.text("tbody a").startsWith("EtatCivil – "), chrome::text);
        chrome.open("/demarches?texte=" + code.toLowerCase(java.util.Locale.ROOT) + "&operateur=" + DILA);
        chrome.shows(code);
        chrome.hides("EtatCivil");
        chrome.open("/demarches?texte=<b>rien").judge("demarches-vide");
        chrome.shows("Aucune démarche ne correspond");
    }

    @Test
    void aHeaderSortsInPlaceAndTheFirstLineIsInSight() {
        create();
        var address = "/demarches?operateur=" + DILA;
        chrome.wide().open(address);
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));

        chrome.touch("#processes th:last-of-type").await("[aria-sort=ascending]");
        chrome.touch("#processes th:last-of-type").await("[aria-sort=descending]");
        assertEquals(address + "&tri=CHANGED&sens=desc", chrome.local());
        assertTrue(chrome.text("tbody a").startsWith(code), chrome::text);
        chrome.follow("tbody a").back();
        assertTrue(chrome.text("tbody a").startsWith(code), chrome::text);
    }

    @Test
    void anUnknownDemarcheIsReportedInTheFrame() {
        chrome.open("/demarche?code=personne-ne-l-a");

        assertEquals("Cette page n’existe pas", chrome.title());
        chrome.expectingError(404);
    }
}
