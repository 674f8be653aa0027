package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.PortalTown;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks that an applicant's message and file are marked until an agent of the service has seen them. */
class AnswersIT extends InBrowser {
    private static final String LIST = "/teledossiers?statut=tous";
    private static final String UNSEEN = "cases where id = ? and unseen_since is not null";

    private final PortalTown village = PortalTown.of(TeledossierIT.PROCESS);
    private final Deposit deposit = Deposit.complete(dila, TeledossierIT.PROCESS, "10870-XML", village.town());

    private void answer(String body) {
        var event = dila.post(deposit.casePath() + "/events", "{\"notification\": false, " + body + "}")
                .expect(201);
        var path = deposit.casePath() + "/events/" + event.field("id");
        if (event.json().path("attachments").size() > 0) {
            dila.upload(path + "/attachments/" + event.field("attachments/0/id"), Deposit.REQUEST)
                    .expect(204);
            dila.patch(path, "{\"status\": \"SENT\"}").expect(204);
        }
    }

    @Test
    void aMessageAndAFileAreMarkedForEachPersonAndForTheServiceUntilTheyAreSeen() {
        TeledossierIT.moved(deposit, "ADD_AWAITING");
        answer("\"actionType\": \"SENDING_MESSAGE\", \"message\": \"La voici\"");
        answer("""
                "actionType": "ATTACH_DEPOSIT", "attachments": [{"fileName": "complement.xml", "type": "10870-XML", "size": %d,
                  "mimeType": "application/xml"}]""".formatted(Deposit.REQUEST.length));
        var who = NewPerson.camille(village.town().organizationKey(), ActorType.AGENT);
        var reader = Visitor.of(who.reaching(TeledossierIT.PROCESS).roles(Set.of(Role.READ_FOLDERS)));

        chrome.signIn(reader).open(LIST).judge("teledossiers-reponse");
        chrome.shows("Nouveau message et nouvelle pièce");
        chrome.open(TeledossierIT.page(deposit)).judge("teledossier-reponse");
        Wait.until(() -> Database.count("answer_reader where account_id = ?", reader.id()) == 1);
        chrome.open(LIST).hides("Nouveau message");
        assertEquals("1 réponse à lire", chrome.text("#answered"), "she may only read");

        chrome.signIn(Visitor.agent(village.town(), TeledossierIT.PROCESS)).follow("#answered");
        chrome.judge("accueil-reponse").shows("Réponses à lire", "nouveau message et nouvelle pièce");
        chrome.follow("#answers a").shows("Le demandeur a répondu").touch("#td-answers a");
        assertEquals("La voici", chrome.text(":target blockquote").replace("Message : ", ""));
        assertEquals("complement.xml", chrome.text(".new-file"));
        chrome.touch(".new-file").find(".badge-NEWS:target");
        Wait.until(() -> Database.count(UNSEEN, deposit.theCase()) == 0);
        assertFalse(chrome.open("/accueil").has("#answers, #answered"));

        chrome.signIn(Visitor.agent(village.town(), TeledossierIT.PROCESS)).open(LIST);
        chrome.shows("Nouveau message et nouvelle pièce, déjà vu par un collègue");
    }
}
