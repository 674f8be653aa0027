package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import java.io.IOException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Checks a ZIP that is made while an agent goes on. */
class DownloadsIT extends InBrowser {
    static final String PROCESS = "recensementCitoyen";

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor ada = Visitor.agent(village.town(), PROCESS);

    Deposit deposited(String status) {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        TeledossierIT.moved(deposit, status);
        return deposit;
    }

    /** Sets the state of the ZIP, whatever its makers would do. */
    void bundle(String state, String more) {
        assertEquals(
                1,
                Database.change(
                        "update bundle set state = ?, heard_at = now() + interval '1 hour'" + more
                                + " where account_id = ?",
                        state,
                        ada.id()));
    }

    /** Waits until the download is recorded, after all bytes have left; the browser may know that first. */
    static void awaitBegun(Deposit deposit) {
        var id = deposit.theCase();
        Wait.until(() -> Database.count("cases where id = ? and status = 'IN_PROGRESS'", id) == 1);
    }

    @Test
    void sheAsksForItGoesOnAndFindsItReadyAlsoAfterSigningInAgain() throws IOException {
        var fresh = deposited("SENT");
        var done = deposited("DONE");
        chrome.signIn(ada).open("/teledossiers?statut=tous");
        chrome.touch(TeledossiersIT.box(fresh.caseId()));
        chrome.await("#bar-count");
        assertFalse(chrome.has("#bar-prepare"), "one is taken at once");
        chrome.touch(TeledossiersIT.box(done.caseId()));
        chrome.await("#bar-prepare");
        chrome.judge("teledossiers-preparer").script("document.getElementById('bar-prepare').focus()");
        chrome.enter();

        assertEquals("Mes téléchargements", chrome.title());
        chrome.await(".bundle[data-state=READY]");
        bundle("MAKING", ", size = 300000000, bytes_read = 0");
        chrome.open("/mes-telechargements?retour=%2Fteledossiers%3Fstatut%3Dtous");
        chrome.judge("mes-telechargements-en-preparation");
        bundle("MAKING", ", bytes_read = 99000000");
        assertEquals("33 %", chrome.await("[aria-valuenow='33']").text(".ui-progressbar-label"));
        chrome.judge("mes-telechargements-au-tiers");
        chrome.script("document.querySelector('.bundle button').focus()");
        bundle("READY", "");
        chrome.await(".bundle[data-state=READY]");
        assertEquals("Une archive est prête.", chrome.find("#bundles-told").getDomProperty("textContent"));
        assertTrue(chrome.focused().contains("forget"), chrome.focused());

        ada.loseSessions();
        var folder = chrome.downloads();
        chrome.signIn(ada).open("/mes-telechargements?retour=%2Fteledossiers%3Fstatut%3Dtous");
        chrome.judge("mes-telechargements").judgeDialog("mes-telechargements-commencer", ".bundle [data-opens]");
        chrome.touch(".bundle [data-opens]").touch(".ui-dialog[aria-hidden=false] .main");
        try (var zip = new ZipFile(chrome.arrived(folder, ".zip").toFile())) {
            assertEquals(2, zip.size());
        }
        awaitBegun(fresh);
        chrome.await("#moved a");
        assertEquals("1 télédossier est passé « En cours » : le voir", chrome.text("#moved"));
        assertTrue(chrome.focused().startsWith("take-"), chrome::focused);
        chrome.follow(".back a");
        assertTrue(chrome.has(row(fresh) + " .badge-IN_PROGRESS"), chrome::text);
        assertTrue(chrome.has(row(done) + " .badge-DONE"));

        chrome.follow("#top a");
        assertFalse(chrome.has(".bundle [data-opens]"), "nothing begins by it any more");
        chrome.follow(".bundle .actions button:last-child");
        chrome.shows("L’archive est supprimée.");
        chrome.judge("mes-telechargements-vide");
    }

    static String row(Deposit deposit) {
        return ".case:has(#case-" + deposit.caseId() + ")";
    }

    @Test
    void whatWentWrongIsReportedAndWhatSheMayNotHaveAnyMoreIsRefused() {
        var fresh = deposited("SENT");
        deposited("DONE");
        chrome.signIn(ada).open("/teledossiers?statut=tous");
        chrome.script("document.getElementById('cases_head_checkbox').focus()");
        chrome.keys(Keys.SPACE).await("#bar-count").press("bar-prepare");
        chrome.await(".bundle[data-state=READY]");

        Stored.caseOf(fresh).isClosed();
        chrome.open("/mes-telechargements");
        chrome.follow(".bundle .main").expectingError(400);
        chrome.shows("Ce télédossier est clos : il se consulte seulement.");
        chrome.judge("mes-telechargements-refus");

        bundle(
                "FAILED",
                ", reason = 'Une des pièces a été supprimée, sa durée de conservation est atteinte : préparez une"
                        + " nouvelle archive.'");
        chrome.open("/mes-telechargements?fait=suppression#main");
        assertEquals("done", chrome.focused(), "what it tells, though the address has a fragment");
        chrome.open("/mes-telechargements").judge("mes-telechargements-echec");
        chrome.shows("durée de conservation");
        assertFalse(chrome.has(".bundle .main"));
    }

    @Test
    void aLongTeledossierIsPreparedFromItsPage() {
        var deposit = deposited("DONE");
        chrome.signIn(ada).open(TeledossierIT.page(deposit));
        TeledossierIT.awaitPreview("<acte>"); // the page reads its first file
        assertFalse(chrome.has("#prepare"));
        Stored.fileOf(deposit).set("size = 100000001");

        chrome.open(TeledossierIT.page(deposit)).judge("teledossier-volumineux").press("prepare");

        assertEquals("Mes téléchargements", chrome.title());
        chrome.await(".bundle[data-state=FAILED]"); // the store has less than its row says
        chrome.assertNoTrouble();
    }
}
