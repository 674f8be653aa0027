package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PassedBench;
import fr.hubee.it.world.Stored;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An editor gets a certificate, everybody sees it, the national administrator revokes it; a démarche that requires one tells its people. */
class CertificatePagesIT extends InBrowser {
    static Answer get(String address) {
        return Partner.send(Partner.to(address).GET());
    }

    /** Returns the names of all scenarios of the hub. */
    static List<String> scenarios() throws IOException {
        try (var list = Partner.class.getResourceAsStream("/fr/hubee/clients/bench/scenarios.yaml")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .map(line -> line.substring(2).strip())
                    .toList();
        }
    }

    @Test
    void anEditorAsksForACertificateThatEverybodySeesUntilItIsRevoked() throws IOException {
        var editor = SubscriptionPagesIT.editor("Ponant logiciels");
        var subscription = UUID.fromString(DataPass.asksFor(NewTown.fresh().registered(), "EtatCivil"));
        Stored.subscription(subscription).hasAccessMode("API");
        Stored.subscription(subscription).isDelegatedTo(editor);
        chrome.signIn(Visitor.of(NewPerson.camille(editor, ActorType.EDITOR)));
        chrome.open("/mes-certificats").judge("certificats").shows("Le cas ordinaire", "pas encore de certificat");
        chrome.type("certificate", "eyJ").press("bring");
        chrome.shows("n’est pas un certificat de logiciel");
        assertFalse(chrome.has("#issue-SI"));

        PassedBench.of(subscription, scenarios(), "4.2.1");
        chrome.open("/mes-certificats").press("issue-SI");

        chrome.shows("Ce certificat est valable", "Escale, version 4").judge("certificat");
        assertFalse(chrome.has("#revoke"));
        var id = chrome.address().replaceFirst(".*id=", "");
        assertTrue(get("/certificats/" + id + ".svg")
                .expect(200)
                .text()
                .contains("<title id=\"t\">Logiciel certifié HubEE"));
        var jws = get("/certificats/" + id + ".jws").expect(200).text();
        assertEquals(404, get("/certificats/" + UUID.randomUUID() + ".svg").status());
        assertEquals(404, get("/certificats/x").status());

        chrome.open("/mes-certificats")
                .judge("certificats-delivres")
                .shows("a passé tous les scénarios : voir son certificat");
        assertFalse(chrome.has("#issue-SI"));

        chrome.signIn(Visitor.national()).open("/verifier-certificat?id=" + id);
        chrome.judge("certificat-revoquer");
        chrome.type("reason", "Essais truqués").press("revoke");
        chrome.shows("Ce certificat a été révoqué", "Essais truqués");

        chrome.signOut()
                .open("/logiciels-certifies")
                .judge("logiciels-certifies")
                .shows("Escale, version 4", "révoqué le");
        chrome.open("/verifier-certificat")
                .judge("certificat-verifier")
                .type("certificat", jws)
                .press("verify");
        chrome.shows("Ce certificat a été révoqué");
        chrome.open("/verifier-certificat?certificat=eyJ").shows("Ce n’est pas un certificat de HubEE");
        assertTrue(get("/certificats/" + id + ".svg").text().contains("Certificat HubEE terminé"));
    }

    @Test
    void softwareThatLacksACertificateIsNamedAndNotStopped() {
        var demarche = OwnDemarche.keeping("DONE", 30, 60, 90);
        chrome.signIn(Visitor.administrator(demarche.town)).open("/accueil").hides("pas certifié");

        Database.change("update process set certified_software = true where code = ?", demarche.code);

        chrome.reload().shows("1 abonnement emploie un logiciel qui n’est pas certifié");
        chrome.open("/mes-certificats").judge("certificats-manquants").follow("#manquants a");
        chrome.judge("abonnement-non-certifie").shows("exige un logiciel certifié", "Actif");
    }
}
