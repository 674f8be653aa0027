package fr.hubee.it.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.Deposit;
import fr.hubee.it.NewTown;
import fr.hubee.it.Partner;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** §5.1: a town hall asks for a démarche through DataPass. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SubscriptionIT {
    final Partner datapass = Partner.of("demo-datapass").atReferential();
    final Partner admin = Partner.of("demo-admin").atReferential();
    final Partner dila = Partner.of("demo-dila");

    @Test
    void aTownAsksForAProcessAndReceivesItsFirstFolder() {
        var town = NewTown.fresh();

        // DataPass looks the organisation up, and creates what is not there
        assertEquals(
                "Organization is not found",
                datapass.get("/organizations/" + town.name()).error());
        assertEquals(201, datapass.post("/organizations", town.organization()).status());
        var created = datapass.post("/subscriptions", town.subscription("EtatCivil"));
        assertEquals(201, created.status(), created::toString);
        assertEquals("Inactif", created.json().path("status").asText());

        // nothing can be sent to it yet
        var early = dila.post("/folders", Deposit.json(town));
        assertEquals("Case recipient " + town.name() + " does not suscribed to EtatCivil", early.error());

        // its request is found again by its number, and activated: all that was read is sent back
        var found = admin.get("/subscriptions?datapassId=" + town.datapassId()).json();
        assertEquals(1, found.size());
        assertEquals("Commune de Pontcarré", found.at("/0/subscriber/name").asText());
        var wanted = (ObjectNode) found.path(0);
        wanted.put("status", "Actif")
                .put("accessMode", "PORTAIL")
                .put("activateDateTime", "2026-01-31T08:30:00.000+00:00");
        var activated = admin.put("/subscriptions/" + wanted.path("id").asText(), wanted.toString());
        assertEquals(200, activated.status(), activated::toString);
        assertEquals("Actif", activated.json().path("status").asText());

        // an operator deposits a folder for it
        var deposit = dila.post("/folders", Deposit.json(town));
        assertEquals(201, deposit.status(), deposit::toString);
    }
}
