package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.InParallel;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §4.5: a subscription is replaced as a whole. */
class SubscriptionChangeIT extends OverHttp {
    final Partner admin = Partner.of("demo-admin").atReferential();
    final NewTown town = NewTown.fresh().registered();

    ObjectNode read(String id) {
        return (ObjectNode) admin.get("/subscriptions/" + id).json();
    }

    Answer change(String id, String field, String value) {
        return admin.put("/subscriptions/" + id, read(id).put(field, value).toString());
    }

    @Test
    void aSubscriptionSentBackAsItWasReadIsUnchanged() {
        var id = town.subscribed("EtatCivil");
        var before = read(id);

        var answer = admin.put("/subscriptions/" + id, before.toString()).expect(200);

        var after = (ObjectNode) answer.json();
        after.remove("updateDateTime");
        before.remove("updateDateTime");
        assertEquals(before, after);
    }

    @Test
    void anActivationIsDatedAndAStatusThatIsNotGivenStays() {
        var id = town.subscribed("EtatCivil");

        var activated = change(id, "status", "Actif").json();

        assertFalse(activated.path("activateDateTime").isNull());
        assertEquals("Actif", change(id, "status", null).field("status"));
        var silent = read(id).put("accessMode", "API").without(List.of("status", "id", "creationDateTime"));
        var answer = admin.put("/subscriptions/" + id, silent.toString()).json();
        assertEquals("Actif", answer.path("status").asText());
        assertEquals("API", answer.path("accessMode").asText());
        assertEquals(activated.path("activateDateTime"), answer.path("activateDateTime"));
    }

    @Test
    void aSubscriptionIsSuspendedAndActiveAgain() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals("Suspendu", change(id, "status", "Suspendu").field("status"));
        assertEquals("Actif", change(id, "status", "Actif").field("status"));
        assertEquals(
                "A subscription cannot go from status Actif to Refusé",
                change(id, "status", "Refusé").error());
    }

    @Test
    void frequenciesAreReadInAnyCase() {
        var id = town.subscribed("EtatCivil");

        var answer = change(id, "notificationFrequency", "bIQUOTIDIENNE");

        assertEquals("Biquotidienne", answer.field("notificationFrequency"));
        change(id, "notificationFrequency", "Parfois").expect(400);
    }

    @Test
    void aSubscriptionIsDelegatedToAPersonAnEditorOrNobody() {
        var id = town.subscribed("EtatCivil");
        assertEquals(
                "{\"email\":null,\"branchCode\":null,\"companyRegister\":null,\"type\":null}",
                read(id).path("delegationActor").toString());

        var toPerson = read(id).set("delegationActor", read(id).objectNode().put("email", "b@editeur.fr"));
        var person = admin.put("/subscriptions/" + id, toPerson.toString()).json();
        assertEquals("b@editeur.fr", person.at("/delegationActor/email").asText());

        var register = NewTown.fresh().companyRegister();
        var editor = read(id).objectNode().put("branchCode", "00000").put("companyRegister", register);
        var toEditor = read(id).set("delegationActor", editor.put("type", "EDT"));
        assertEquals(
                "Organization EDT-" + register + "-00000 does not exist",
                admin.put("/subscriptions/" + id, toEditor.toString()).error());
        admin.post(
                "/organizations", new NewTown(register, "00000").organization().replace("\"SI\"", "\"EDT\""));
        var answer = admin.put("/subscriptions/" + id, toEditor.toString());
        assertEquals(
                "{\"email\":null,\"branchCode\":\"00000\",\"companyRegister\":\"" + register + "\",\"type\":\"EDT\"}",
                answer.json().path("delegationActor").toString());

        admin.put("/subscriptions/" + id, read(id).putNull("delegationActor").toString());
        assertTrue(read(id).at("/delegationActor/type").isNull());
    }

    @Test
    void anActiveOneHasAnAddressUnlessNobodyIsNotified() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals(
                "email is required unless notificationFrequency is Aucune",
                change(id, "email", null).error());
        var silent = read(id).put("notificationFrequency", "Aucune").putNull("email");
        admin.put("/subscriptions/" + id, silent.toString()).expect(200);
    }

    @Test
    void aSubscriptionsProcessNeverChanges() {
        var id = town.subscribed("EtatCivil");

        change(id, "processCode", "CERTDC").expect(400);
    }

    @Test
    void tenChangesAtOnceAreAllTaken() {
        var id = town.subscribed("EtatCivil");
        var wanted = read(id).toString();

        var answers = InParallel.of(10, each -> admin.put("/subscriptions/" + id, wanted));

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200), answers::toString);
    }

    @Test
    void anActiveOneKeepsAnAddressAndAnAdministrator() {
        var id = town.subscribed("EtatCivil");
        change(id, "status", "Actif");

        assertEquals(
                "email is required unless notificationFrequency is Aucune",
                change(id, "email", "").error());
        var nobody = read(id);
        ((ObjectNode) nobody.path("localAdministrator")).put("email", "");
        var answer = admin.put("/subscriptions/" + id, nobody.toString());
        assertTrue(
                answer.error().endsWith("[Path '/localAdministrator/email'] String is not a valid email value"),
                answer::toString);
    }
}
