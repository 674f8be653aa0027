package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.database.InvalidationLease;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that a folder is validated against démarches and subscriptions that the node has cached, and that the next folder after a change
 * obeys it. SQL here stands for other nodes: the database cannot tell the difference.
 */
class KnownRulesIT extends InServer {
    final Partner admin = Partner.of("demo-admin").atReferential();
    final OwnDemarche demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
    final NewTown town = demarche.town;

    @Inject
    InvalidationLease lease;

    @Inject
    SubscriptionLookup subscriptions;

    @BeforeEach
    void itIsKnown() throws Exception {
        Wait.until(lease::isHeld);
        announce().expect(201);
    }

    @Test
    void theDatabaseIsNotAskedAgain() throws Exception {
        unannounced("process", "update process set activated = false where code = '" + demarche.code + "'");
        unannounced(
                "subscription",
                "update subscription set status = 'SUSPENDED' where process_code = '" + demarche.code + "'");

        Wait.until(lease::isHeld);
        announce().expect(201);
    }

    @Test
    void whoeverHasChangedADemarcheSeesTheNextFolderObey() {
        for (int each = 0; each < 5; each++) {
            change("/processes/" + demarche.code, "isActivated", "false");
            assertEquals(
                    "Process " + demarche.code + " is not activated", announce().error());
            change("/processes/" + demarche.code, "isActivated", "true");
            announce().expect(201);
        }
    }

    @Test
    void whoeverHasChangedASubscriptionSeesTheNextFolderObey() {
        for (int each = 0; each < 5; each++) {
            changeSubscription("Suspendu");
            assertEquals(
                    "Case recipient " + town.name() + " does not suscribed to " + demarche.code,
                    announce().error());
            changeSubscription("Actif");
            announce().expect(201);
        }
    }

    @Test
    void whatAnotherNodeChangesHolds() throws Exception {
        var sql = sql();
        sql.change("update process set activated = false where code = ?", demarche.code);
        Wait.until(() -> announce().status() == 400);
        sql.change("update process set activated = true where code = ?", demarche.code);
        Wait.until(() -> announce().status() == 201);
        sql.change("update subscription set status = 'SUSPENDED' where process_code = ?", demarche.code);
        Wait.until(() -> announce().status() == 400);
    }

    @Test
    void aSubscriptionThatAnotherNodeMovesIsKnownNeitherHereNorThereAsItWas() throws Exception {
        var heir = NewTown.fresh().registered();
        assertFalse(subscriptions.isActive(demarche.code, heir.organizationKey()));
        Stored.subscriptionsOf(town).set("company_register = ?", heir.companyRegister());

        Wait.until(() -> !subscriptions.isActive(demarche.code, town.organizationKey()));
        assertTrue(subscriptions.isActive(demarche.code, heir.organizationKey()));
    }

    private Answer announce() {
        var json = Deposit.json(demarche.code, "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        return demarche.operator().post("/folders", json.replace(Deposit.town(Deposit.TOWN), town.key()));
    }

    private void changeSubscription(String status) {
        var id = admin.get("/subscriptions?companyRegister=" + town.companyRegister())
                .field("0/id");
        change("/subscriptions/" + id, "status", '"' + status + '"');
    }

    private void change(String path, String field, String json) {
        var known = (ObjectNode) admin.get(path).json();
        known.remove(List.of("id", "creationDateTime"));
        admin.put(path, known.put(field, "?").toString().replace("\"?\"", json)).expect(200);
    }

    /** Changes a table without announcing it, as a restore does. */
    private void unannounced(String table, String update) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table " + table + " disable trigger " + table + "_changed");
            statement.execute(update);
            statement.execute("set constraints all immediate"); // a table with pending checks cannot be altered
            statement.execute("alter table " + table + " enable trigger " + table + "_changed");
            connection.commit();
        }
    }
}
