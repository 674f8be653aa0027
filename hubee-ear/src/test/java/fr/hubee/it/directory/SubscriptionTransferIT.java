package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.HistoryLine;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.directory.subscription.SubscriptionTransfer;
import fr.hubee.directory.subscription.SubscriptionTransfer.SubscriptionTransferPlan;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks the merge of communes: a subscription moves where there is none, and ends where there is one. */
class SubscriptionTransferIT extends InServer {
    @Inject
    SubscriptionTransfer transfer;

    @Inject
    SubscriptionOverviewService overview;

    @Resource
    UserTransaction transaction;

    final NewTown village = NewTown.fresh().registered();
    final NewTown town = NewTown.fresh().registered();

    SubscriptionLine read(String id) throws Exception {
        var nina = Callers.national();
        return AsCaller.call(nina, () -> overview.read(nina, UUID.fromString(id)))
                .line();
    }

    List<HistoryLine> history(String id) throws Exception {
        var nina = Callers.national();
        return AsCaller.call(nina, () -> overview.history(nina, UUID.fromString(id)));
    }

    SubscriptionTransferPlan move() throws Exception {
        transaction.begin();
        var plan = transfer.move(Callers.national(), village.organizationKey(), town.organizationKey());
        transaction.commit();
        return plan;
    }

    static List<String> codes(List<SubscriptionLine> lines) {
        return lines.stream().map(SubscriptionLine::processCode).toList();
    }

    @Test
    void whatMovesAndWhatStaysIsShownBeforeAndDoneAfter() throws Exception {
        var moving = village.subscribed("EtatCivil");
        var staying = village.subscribed("CERTDC");
        town.subscribed("CERTDC");
        var admin = Partner.of("demo-admin").atReferential();
        var active = admin.get("/subscriptions/" + staying).json().toString().replace("\"Inactif\"", "\"Actif\"");
        admin.put("/subscriptions/" + staying, active);

        var told = transfer.preview(village.organizationKey(), town.organizationKey());
        assertEquals(List.of("EtatCivil"), codes(told.moving()));
        assertEquals(List.of("CERTDC"), codes(told.staying()));
        assertEquals(told, move());

        assertEquals(town.organizationKey(), read(moving).subscriber());
        assertEquals(SubscriptionStatus.INACTIVE, read(moving).status());
        assertEquals(village.organizationKey(), read(staying).subscriber());
        assertEquals(SubscriptionStatus.SUSPENDED, read(staying).status());
        assertNotNull(read(staying).endedAt());
        assertEquals(
                List.of(new HistoryLine.Field("Organisation abonnée", village.name(), town.name())),
                history(moving).get(0).fields());
        assertEquals("Abonnement suspendu", history(staying).get(0).act());
        assertTrue(history(staying).get(0).fields().stream()
                .anyMatch(
                        field -> field.label().equals("Motif") && field.after().contains(town.name())));
    }

    @Test
    void whatWasRefusedStaysRefused() throws Exception {
        var refused = village.subscription("CERTDC")
                .replace("Inactif", "Refusé")
                .replaceFirst("\\{", "{\"rejectionReason\": \"Doublon\",");
        var id = Partner.of("demo-admin")
                .atReferential()
                .post("/subscriptions", refused)
                .field("id");
        town.subscribed("CERTDC");

        assertEquals(List.of("CERTDC"), codes(move().staying()));

        assertEquals(SubscriptionStatus.REFUSED, read(id).status());
        assertEquals(1, history(id).size());
    }
}
