package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** « À faire »: what each actor finds on her first page. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HomePageIT extends InBrowser {
    private static final String PROCESS = "recensementCitoyen";

    private static Deposit arrived(NewTown town, int daysAgo) {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", town);
        TeledossierIT.moved(deposit, "SENT");
        Database.change(
                "update cases set transmitted_at = transmitted_at - make_interval(days => ?) where id = ?",
                daysAgo,
                UUID.fromString(deposit.caseId()));
        return deposit;
    }

    private static List<String> queue() {
        return ((List<?>) chrome.script(
                        "return [...document.querySelectorAll('#todo ol > li')].map((li) => li.dataset.case)"))
                .stream().map(String.class::cast).toList();
    }

    private static String number(Deposit deposit) {
        return deposit.folder().path("cases").path(0).path("externalId").asText();
    }

    @Test
    void anAgentFindsTheOldestTeledossierFirstWithItsAgeItsReasonAndTheNextStep() {
        var town = PortalTown.of(PROCESS).town();
        var fresh = arrived(town, 0);
        var old = arrived(town, 30);
        var handled = arrived(town, 10);
        for (var status : List.of("SI_RECEIVED", "IN_PROGRESS", "DONE")) {
            TeledossierIT.moved(handled, status);
        }

        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil").judge("accueil-agent");

        assertEquals(List.of(number(old), number(fresh)), queue());
        assertTrue(chrome.text().contains("2 télédossiers attendent votre service"), chrome::text);
        var first = chrome.find("#todo ol > li").getText();
        assertTrue(first.matches("(?s).*attend depuis (19|2[0-2]) jours ouvrés.*"), first);
        assertTrue(first.contains("Personne ne l’a encore ouvert."), first);
        assertTrue(first.contains("Ouvrez-le"), first);

        chrome.touch("#todo ol > li a");
        assertEquals("/teledossier", chrome.path());
        assertTrue(chrome.text().contains(number(old)), chrome::text);
    }

    @Test
    void whatAnotherTownOrAnotherDemarcheOrTheSoftwareHandlesIsNotInTheQueue() {
        var town = PortalTown.of(PROCESS).town();
        arrived(PortalTown.of(PROCESS).town(), 3);
        var inSoftware = arrived(town, 3);
        Database.change("update cases set access_mode = 'API' where id = ?", UUID.fromString(inSoftware.caseId()));

        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil");

        assertEquals(List.of(), queue());
        assertTrue(chrome.text().contains("Aucun télédossier n’attend votre service"), chrome::text);
    }

    @Test
    void theNationalAdministratorHasNoQueueButWhatFailed() {
        var town = NewTown.fresh();
        PlatformPagesIT.givenUp("x." + town.name() + "@pontcarre.example");

        chrome.signIn(Visitor.national()).open("/accueil").judge("accueil-national");

        assertFalse(chrome.has("#queue-count"));
        chrome.touch("#todo a[href^='/courriels']");
        assertTrue(chrome.text().contains("Abandonné"), chrome::text);
    }

    @Test
    void aLocalAdministratorIsToldOfSubscriptionsThatAreNotActive() {
        var town = NewTown.fresh().registered();
        var administrator = Visitor.administrator(town);
        chrome.signIn(administrator).open("/accueil");
        assertFalse(chrome.has("#todo a[href^='/abonnements']"));

        DataPass.asksFor(town, "EtatCivil");
        chrome.open("/accueil").judge("accueil-administrateur");

        chrome.touch("#todo a[href^='/abonnements']");
        assertEquals("/abonnements", chrome.path());
        assertTrue(chrome.text().contains("Inactif"), chrome::text);
    }
}
