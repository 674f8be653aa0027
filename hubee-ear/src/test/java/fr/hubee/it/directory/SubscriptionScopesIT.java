package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.it.OverHttp;
import fr.hubee.it.exchange.ErrorsIT;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** §4.5: the subscriptions that each scope may read and change. */
class SubscriptionScopesIT extends OverHttp {
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner admin = Partner.of("demo-admin").atReferential();
    final Partner datapass = Partner.of("demo-datapass").atReferential();
    final Partner operator = Partner.of("demo-dila").atReferential();
    final NewTown town = NewTown.fresh().registered();

    ObjectNode read(String id) {
        return (ObjectNode) admin.get("/subscriptions/" + id).json();
    }

    @Test
    void anOperatorReadsThoseOfItsOwnProcesses() {
        var own = town.subscribed("EtatCivil");
        var foreign = town.subscribed("CERTDC");

        assertEquals(
                List.of(own),
                operator.get("/subscriptions?datapassId=" + town.datapassId()).each("id"));
        assertEquals(0, operator.get("/subscriptions?processCode=CERTDC").json().size());
        operator.get("/subscriptions/" + own).expect(200);
        operator.get("/subscriptions/" + foreign).expect(403);
        assertEquals(
                Set.of("EtatCivil"),
                Set.copyOf(operator.get("/subscriptions?processCode=EtatCivil,CERTDC&maxResult=5000")
                        .each("processCode")));
    }

    @Test
    void eachScopeDoesWhatTheContractSays() {
        var si = Partner.of("demo-valbourg-etatcivil").atReferential();
        var id = town.subscribed("EtatCivil");

        for (var stranger : List.of(si, datapass)) {
            stranger.get("/subscriptions").expect(403);
            stranger.get("/subscriptions/" + id).expect(403);
            stranger.put("/subscriptions/" + id, read(id).toString()).expect(403);
        }
        operator.put("/subscriptions/" + id, read(id).toString()).expect(403);
        for (var stranger : List.of(si, operator)) {
            stranger.post("/subscriptions", town.subscription("RSA")).expect(403);
        }
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertEquals(
                "Subscription is not found",
                admin.get("/subscriptions/" + ErrorsIT.UNKNOWN).error());
        assertEquals(
                FAILED + "[GET /referential/v1/subscriptions/dddddd @path.subscriptionId] "
                        + "Input string \"dddddd\" is not a valid UUID",
                admin.get("/subscriptions/dddddd").error());
    }
}
