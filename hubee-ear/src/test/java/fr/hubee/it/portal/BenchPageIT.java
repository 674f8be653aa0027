package fr.hubee.it.portal;

import fr.hubee.it.Wait;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.people.account.ActorType;
import org.junit.jupiter.api.Test;

/** « Banc d’essai »: an engineer starts a scenario, and sees what her software does. */
class BenchPageIT extends InBrowser {
    static final String SOFTWARE = "demo-valbourg-recensement";

    @Test
    void whatIsWrongWithASoftwareIsShownWhileItHappensAndInWords() {
        chrome.signIn(Visitor.of(NewPerson.camille(Organizations.VALBOURG, ActorType.LOCAL_ADMINISTRATOR)));
        chrome.open("/abonnements").follow("#bench").judge("banc-d-essai-logiciels");
        chrome.follow("a[href$='" + SOFTWARE + "']").judge("banc-d-essai");

        chrome.choose("scenario", "Le cas ordinaire").press("start").shows("C’est parti", "Le partenaire dépose");
        acknowledgesUnread(Partner.of(SOFTWARE));

        chrome.await("#state.badge-REFUSED");
        chrome.shows(
                        "Votre logiciel a acquitté l’évènement avant de lire la pièce",
                        "DELETE /teledossiers/v1/notifications/",
                        "votre logiciel ne dit pas son nom et sa version")
                .judge("banc-d-essai-echec");
        chrome.open("/banc-d-essai?identifiant=" + SOFTWARE).shows("Échoué");

        chrome.choose("scenario", "Le cas ordinaire").press("start").press("stop");
        chrome.shows("L’essai est arrêté.", "L’essai a été arrêté ici, sur demande.")
                .hides("ne dit pas son nom");
    }

    private static void acknowledgesUnread(Partner town) {
        Wait.until(() -> {
            for (var notification : town.get("/notifications?maxResult=1000").json()) {
                var path = "/cases/" + notification.path("caseId").asText() + "?lite=true";
                if (town.get(path).text().contains("nominal")) {
                    town.acknowledge(notification).expect(204);
                    return true;
                }
            }
            return false;
        });
    }
}
