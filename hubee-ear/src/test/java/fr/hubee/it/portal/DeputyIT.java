package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.account.ActorType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Checks that an administrator names a deputy: Paul does the work of Odile, and no longer after the last day. */
class DeputyIT extends InBrowser {
    static final String PROCESS = "recensementCitoyen";

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor odile = agent("Odile", PROCESS);
    final Visitor paul = agent("Paul");
    final Visitor ada = Visitor.administrator(village.town());

    Visitor agent(String name, String... processCodes) {
        return Visitor.of(NewPerson.camille(village.town().organizationKey(), ActorType.AGENT)
                .named(name, "Martin")
                .reaching(processCodes));
    }

    static void day(String id, LocalDate day) {
        chrome.script("document.getElementById(arguments[0]).value = arguments[1]", id, day.toString());
    }

    @Test
    void aDeputyIsNamedWorksAndIsNoLongerOneAfterTheLastDay() {
        var today = LocalDate.now(Paris.ZONE);
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SENT");
        chrome.signIn(ada).open("/compte?id=" + odile.id());

        day("firstDay", today.plusYears(2));
        chrome.press("check-replacement");
        assertEquals("Choisissez dans la liste qui remplace cette personne.", chrome.text("#deputy-error"));
        assertTrue(chrome.text("#firstDay-error").startsWith("Le premier jour est dans plus d’un an"), chrome::text);
        assertTrue(chrome.text("#lastDay-error").startsWith("Choisissez le dernier jour"), chrome::text);
        chrome.judge("compte-remplacant-refuse");

        day("firstDay", today);
        day("lastDay", today.plusDays(4));
        chrome.choose("deputy", "Paul Martin")
                .press("check-replacement")
                .await("#replacement-dialog[aria-hidden=false]");
        var preview = chrome.text("#replacement-preview");
        assertTrue(preview.contains("Paul Martin pourra lire et traiter les télédossiers d’Odile Martin"), preview);
        chrome.judge("compte-remplacant-confirmer").press("confirm-replacement");
        chrome.shows("Paul Martin remplacera Odile Martin du ");
        assertTrue(chrome.text("#replacement-lines").contains("en cours"), chrome::text);
        chrome.judge("compte-remplacant");
        chrome.judgeDialog("compte-remplacant-fin", "[id^=ask-end-]");

        chrome.signIn(odile).open("/accueil");
        chrome.shows("Paul Martin vous remplace jusqu’au ");
        chrome.signIn(paul).open("/accueil");
        chrome.shows("Vous remplacez Odile Martin jusqu’au ");
        chrome.judge("accueil-remplacant").open("/profil").judge("profil-remplacant");
        assertTrue(chrome.has("#own-replacements"));
        chrome.open(TeledossierIT.page(deposit)).await(TeledossierIT.RECEIVED).press("take-on");
        assertEquals("IN_PROGRESS", TeledossierIT.status(deposit));

        Database.change(
                "update replacement set first_day = first_day - 5, last_day = last_day - 5 where deputy_id = ?",
                paul.id());
        chrome.reload().expectingError(404);
        chrome.open("/accueil");
        chrome.hides("Vous remplacez");

        chrome.signIn(Visitor.national()).open("/journal?objet=" + deposit.caseId());
        chrome.shows("Paul Martin, en remplacement d’Odile Martin");
        chrome.judge("journal-remplacant").open("/journal?objet=" + odile.email());
    }

    @Test
    void anAdministratorEndsIt() {
        Database.change(
                "insert into replacement (id, absent_id, deputy_id, first_day, last_day, created_at)"
                        + " values (gen_random_uuid(), ?, ?, current_date - 1, current_date + 3, now())",
                odile.id(),
                paul.id());
        chrome.signIn(ada).open("/compte?id=" + odile.id());

        chrome.touch("[id^=ask-end-]").follow(".ui-dialog[aria-hidden=false] button[name=end]");

        chrome.shows("Le remplacement est terminé");
        assertFalse(chrome.has("#replacement-lines"));
        assertEquals(1, Database.count("replacement where deputy_id = ? and ended_at is not null", paul.id()));
    }
}
