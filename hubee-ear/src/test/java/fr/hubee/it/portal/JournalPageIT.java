package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.people.account.ActorType;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that the journal is shown in words, and raw for an auditor. */
class JournalPageIT extends InBrowser {
    static final String IDENTIFIER = "(?s).*[0-9a-f]{8}-[0-9a-f]{4}-7.*";

    /** Returns a télédossier that its town has received, commented and read. */
    static Deposit worked() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), Deposit.TOWN);
        var town = Partner.of("demo-valbourg-etatcivil");
        for (var event : new String[] {
            "\"actionType\": \"STATUS_UPDATE\", \"caseNewStatus\": \"SENT\"",
            "\"actionType\": \"STATUS_UPDATE\", \"caseNewStatus\": \"IN_PROGRESS\"",
            "\"actionType\": \"COM_ADD\", \"comment\": \"Vu\""
        }) {
            town.post(deposit.casePath() + "/events", "{" + event + ", \"notification\": false}")
                    .expect(201);
        }
        town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId()).expect(200);
        return deposit;
    }

    @Test
    void aTeledossierIsFoundByItsNumberAndItsLinesAreSentences() {
        var deposit = worked();
        var number = deposit.folder().path("externalId").asText();

        chrome.signIn(Visitor.national()).open("/journal").type("objet", number).press("search");

        assertTrue(chrome.local().contains("objet=" + number), chrome::local);
        var lines = chrome.text("main table");
        for (var said : new String[] {
            "Le logiciel demo-dila",
            "a déposé le télédossier " + number,
            "Le logiciel demo-valbourg-etatcivil",
            "a reçu le télédossier ",
            " de « Nouveau » à « En cours »",
            "a ajouté un commentaire au télédossier ",
            "a téléchargé une pièce jointe du télédossier " + number,
            "Démarche\nEtatCivil – "
        }) {
            assertTrue(lines.contains(said), () -> said + "\n" + lines);
        }
        assertFalse(lines.matches(IDENTIFIER), lines);
        assertFalse(lines.contains("COM_ADD") || lines.contains("IN_PROGRESS"), lines);

        chrome.touch(".raw summary");
        assertTrue(
                chrome.text(".raw").endsWith("Pas encore scellée : sa preuve viendra avec le prochain sceau."),
                chrome::text);
        assertFalse(chrome.has(".proof"));
        Partner.send(Partner.to("/it/seal"));
        chrome.reload().touch(".raw summary").judge("journal-en-mots");
        assertTrue(chrome.text(".raw dl").matches(IDENTIFIER), chrome::text);
        assertTrue(chrome.text(".raw .proof").equals("Preuve de cette ligne"), chrome::text);
    }

    @Test
    void aPersonIsFoundByHerNameAndByHerAddress() {
        var zephyrine = Visitor.of(NewPerson.camille(Organizations.HUB, ActorType.NATIONAL_ADMINISTRATOR)
                .named("Zéphyrine", "Quatremère"));
        new SignedIn(zephyrine).get("/journal?format=csv&objet=EtatCivil").expect(200);
        chrome.signIn(Visitor.national());

        for (var asked : new String[] {"quatremère", zephyrine.email()}) {
            chrome.open("/journal?auteur=" + asked);
            var line = chrome.text("tbody tr");
            assertTrue(line.contains("Zéphyrine Quatremère") && line.contains("a exporté le journal"), line);
            assertTrue(line.contains("Objet\nEtatCivil") && !line.contains("vide"), line);
        }
    }

    @Test
    void theFirstLineIsInSightAndTheOtherFiltersAreFoldedUntilUsed() {
        worked();
        chrome.signIn(Visitor.national()).open("/journal");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));
        assertFalse(chrome.has(".more[open]"));
        var seal = chrome.text("#seal");
        assertTrue(seal.startsWith("Journal intègre jusqu’au ") || seal.equals("Journal pas encore scellé."), seal);

        chrome.open("/journal?organisation=information+légale&du=2020-01-01").judge("journal-filtres");
        assertTrue(chrome.has(".more[open]"));
        assertTrue(chrome.text("tbody tr").contains("Direction de l'information légale"), chrome::text);
    }

    @Test
    void proofsAreTheNationalAdministratorsAndTheKeysAreEverybodys() {
        var national = new SignedIn(Visitor.national());
        var agent = new SignedIn(Visitor.agent(NewTown.fresh().registered(), "EtatCivil"));
        var nothing = "/fichiers/journal/preuve?ligne=" + new UUID(0, 0);
        national.get(nothing).expect(404);
        national.get("/fichiers/journal/coherence?de=5&a=many").expect(404);
        national.get("/fichiers/journal/complet").expect(200);
        for (var path : new String[] {nothing, "/fichiers/journal/coherence?de=0&a=0", "/fichiers/journal/complet"}) {
            agent.get(path).expect(403, path);
        }

        var keys = Partner.send(Partner.to("/.well-known/jwks.json").GET()).expect(200);

        assertTrue(keys.text().contains("\"kty\":\"OKP\"") && !keys.text().contains("\"d\":"), keys::text);
    }

    @Test
    void theFileSaysTheSameWordsAndTheIdentifiers() {
        var deposit = worked();
        var number = deposit.folder().path("externalId").asText();

        var file = new SignedIn(Visitor.national()).get("/journal?format=csv&objet=" + number);

        file.shows(";a ajouté un commentaire au télédossier ", ";demo-valbourg-etatcivil;", ";" + deposit.caseId());
    }
}
