package fr.hubee.it.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** §2.9: the queue, and what of it a caller sees. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class NotificationsIT {
    final Partner dila = Partner.of("demo-dila");
    final Partner rochelande = Partner.of("demo-rochelande");

    Deposit deposit(String process, String type) {
        return Deposit.complete(dila, process, type, "99103");
    }

    @Test
    void theOldestComeFirstUpToTheNumberAskedFor() {
        var first = deposit("EtatCivil", "ActeEtatCivil-XML");
        var second = deposit("EtatCivil", "ActeEtatCivil-XML");

        var all = rochelande
                .get("/notifications?maxResult=100000&processCode=EtatCivil")
                .each("caseId");
        assertTrue(all.indexOf(first.caseId()) < all.indexOf(second.caseId()), all::toString);
        assertEquals(1, rochelande.get("/notifications?maxResult=1").json().size());
    }

    @Test
    void processesAreChosenByRepetitionOrWithCommas() {
        var birth = deposit("EtatCivil", "ActeEtatCivil-XML").caseId();
        var census = deposit("recensementCitoyen", "10870-XML").caseId();
        var pacs = deposit("depotDossierPACS", "flux-pacs").caseId();

        var most = "/notifications?maxResult=1000&";
        var commas = rochelande
                .get(most + "processCode=EtatCivil,recensementCitoyen")
                .each("caseId");
        assertTrue(commas.containsAll(List.of(birth, census)));
        assertFalse(commas.contains(pacs));
        var repeated = rochelande
                .get(most + "processCode=depotDossierPACS&processCode=EtatCivil")
                .each("caseId");
        assertTrue(repeated.containsAll(List.of(birth, pacs)));
        assertFalse(repeated.contains(census));
        // what the credentials do not cover is not there to be asked for
        assertEquals(0, rochelande.get(most + "processCode=CERTDC").json().size());
    }

    @Test
    void aPriorityComesBeforeWhatIsOlder() {
        var older = deposit("EtatCivil", "ActeEtatCivil-XML").caseId();
        var urgent = deposit("depotDossierPACS", "flux-pacs").caseId();

        var queue = rochelande
                .get("/notifications?maxResult=1000&processPriority=depotDossierPACS")
                .each("caseId");

        assertTrue(queue.indexOf(urgent) < queue.indexOf(older), queue::toString);
    }

    @Test
    void detailsOfTheEventAreWrittenOnlyWhenAskedFor() {
        deposit("EtatCivil", "ActeEtatCivil-XML");

        assertFalse(rochelande.get("/notifications").json().path(0).has("eventActionType"));
        var detailed = rochelande.get("/notifications?eventDetails=true").json().path(0);
        assertTrue(detailed.has("eventActionType") && detailed.has("eventStatus"), detailed::toString);
    }

    @Test
    void credentialsOfOneProcessSeeNothingOfAnother() {
        var census = Partner.of("demo-valbourg-recensement");
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var birth = Partner.of("demo-valbourg-etatcivil");
        var notification = birth.notificationOf(deposit.caseId());
        assertNotNull(notification);

        assertNull(census.notificationOf(deposit.caseId()));
        assertEquals(403, census.get(deposit.casePath()).status());
        assertEquals(
                403,
                census.delete("/notifications/" + notification.path("id").asText())
                        .status());
        assertEquals(
                403,
                dila.delete("/notifications/" + notification.path("id").asText())
                        .status());
    }

    @Test
    void theAdministratorReadsAndClearsEveryQueue() {
        var admin = Partner.of("demo-admin");
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        var notification = admin.notificationOf(deposit.caseId());

        assertEquals(
                204,
                admin.delete("/notifications/" + notification.path("id").asText())
                        .status());
        assertNull(admin.notificationOf(deposit.caseId()));
        assertEquals(200, admin.get(deposit.casePath()).status());
    }

    @Test
    void theAnswerIsCompressedForWhoAsks() {
        var plain = rochelande.get("/notifications?maxResult=1000");
        var gzip = rochelande.with("Accept-Encoding", "gzip").get("/notifications?maxResult=1000");

        assertNull(plain.header("Content-Encoding"));
        assertEquals("gzip", gzip.header("Content-Encoding"));
    }

    @Test
    void aLiteCaseHasNeitherFilesNorHistory() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");

        var lite = rochelande.get(deposit.casePath() + "?lite=true").json();

        assertEquals(0, lite.path("attachments").size());
        assertEquals("Exemple", lite.at("/applicant/lastName").asText());
    }

    @Test
    void theSoftwareThatCallsIsKeptWithWhatItSends() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");
        var software = rochelande
                .with("editorName", "Editeur")
                .with("applicationName", "Mairie".repeat(20))
                .with("softwareVersion", "2.2.2");

        var info = software.post(deposit.casePath() + "/events", Deposit.moving("SENT"))
                .json()
                .path("partnerInfo");

        assertEquals("Editeur", info.path("editorName").asText());
        assertEquals(50, info.path("applicationName").asText().length());
        assertEquals("2.2.2", info.path("softwareVersion").asText());
    }
}
