package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.watch.SilentSoftwareService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that silent software is shown to those who see its subscription. */
class SilentSoftwareIT extends InServer {
    @Inject
    SilentSoftwareService software;

    final OwnDemarche process = OwnDemarche.keeping("DONE", 30, 30, 30);
    UUID subscription;

    @BeforeEach
    void itsSoftwareCalledLastEightDaysAgo() throws SQLException {
        var sql = sql();
        subscription = (UUID)
                sql.one("select id from subscription where process_code = ? and access_mode = 'API'", process.code);
        sql.change("""
                insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes,
                    created_at, version, subscription_id)
                select ?, 'SI', organization_type, company_register, branch_code, array[process_code], created_at, 0, id
                from subscription where id = ?""", process.code, subscription);
        sql.change(
                "insert into api_client_use (client_id, used_at) values (?, now() - interval '8 days')", process.code);
    }

    boolean sees(Caller caller) throws Exception {
        var lines = AsCaller.call(caller, () -> software.oldest(caller, 10_000)).items();
        boolean listed = lines.stream().anyMatch(line -> line.subscription().equals(subscription));
        boolean found =
                AsCaller.call(caller, () -> software.of(caller, subscription)).isPresent();
        assertEquals(listed, found, caller::name);
        var calls = AsCaller.call(caller, () -> software.lastCalls(caller, List.of(subscription)));
        assertEquals(listed ? Set.of(subscription) : Set.of(), calls.keySet(), caller::name);
        return listed;
    }

    @Test
    void silentSoftwareIsShownToItsTownEditorOperatorAndTheHubOnly() throws Exception {
        var editor = Organizations.newEditor();
        Stored.subscription(subscription).isDelegatedTo(editor);

        assertEquals(true, sees(Callers.national()));
        assertEquals(true, sees(Callers.business(Organizations.DILA)));
        assertEquals(true, sees(Callers.editor(editor)));
        assertEquals(true, sees(Callers.manager(process.town.organizationKey())));

        assertEquals(false, sees(Callers.business(Organizations.CNAF)));
        assertEquals(false, sees(Callers.editor(Organizations.newEditor())));
        assertEquals(false, sees(Callers.manager(process.village.organizationKey())), "it works in the portal");
        assertEquals(false, sees(Callers.manager(NewTown.fresh().registered().organizationKey())));
    }

    @Test
    void thoseThatHaveBeenSilentForLongestComeFirstAndAllAreCounted() throws Exception {
        var dila = Callers.business(Organizations.DILA);
        var all = AsCaller.call(dila, () -> software.oldest(dila, 10_000));
        var first = AsCaller.call(dila, () -> software.oldest(dila, 1));

        assertEquals(all.items().size(), all.total());
        assertEquals(all.total(), first.total());
        assertEquals(all.items().subList(0, 1), first.items());
        assertEquals(
                all.items().stream().map(line -> line.since()).sorted().toList(),
                all.items().stream().map(line -> line.since()).toList());
    }
}
