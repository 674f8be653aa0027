package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.NewApiClient;
import fr.hubee.clients.client.Scope;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.Caller;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that télédossiers can still be handled in the tool where they arrived, whatever happens to the subscription. */
class SuspensionIT extends InServer {
    static final String SECRET = "only-for-this-test-0123456789abcdef";

    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionOverviewService overview;

    @Inject
    ApiClientService clients;

    final NewTown town = NewTown.fresh().registered();
    final Caller ada = Callers.manager(town.organizationKey());
    final UUID id = UUID.fromString(town.subscribed("EtatCivil"));

    long version() throws Exception {
        return AsCaller.call(ada, () -> overview.read(ada, id)).line().version();
    }

    void choose(AccessMode mode) throws Exception {
        var settings = new SubscriptionSettings(mode, NotificationFrequency.NONE, null, null);
        long opened = version();
        AsCaller.call(ada, () -> life.configure(ada, id, opened, settings));
    }

    void activate() throws Exception {
        long opened = version();
        AsCaller.call(ada, () -> life.activate(ada, id, opened, LocalDate.now(ZoneId.of("Europe/Paris"))));
    }

    void suspend() throws Exception {
        long opened = version();
        AsCaller.call(ada, () -> life.suspend(ada, id, opened));
    }

    Partner software() throws Exception {
        var client = "town-" + town.companyRegister();
        asBatch.run(() -> clients.addIfAbsent(
                new NewApiClient(client, SECRET, Scope.SI, town.organizationKey(), List.of("EtatCivil"))));
        var answer = Partner.askToken(client, SECRET);
        return Partner.holding(answer);
    }

    static String modeOf(String caseId) {
        return Database.text("select access_mode from cases where id = ?::uuid", caseId);
    }

    @Test
    void aSuspendedTownReceivesNothingAndFinishesWhatItHas() throws Exception {
        choose(AccessMode.API);
        activate();
        var arrived = Deposit.announce(dila, town).upload().complete();
        var onItsWay = Deposit.announce(dila, town);

        suspend();

        assertEquals(
                "Case recipient " + town.name() + " does not suscribed to EtatCivil",
                dila.post("/folders", Deposit.json(town)).error());
        var software = software();
        software.get(arrived.casePath()).expect(200);
        software.get(arrived.casePath() + "/attachments/" + arrived.attachmentId())
                .expect(200);
        for (var status : List.of("SENT", "SI_RECEIVED", "IN_PROGRESS", "DONE")) {
            arrived.move(software, status).expect(201);
        }
        assertEquals("DONE", arrived.status());

        // cases that were announced before arrive too
        onItsWay.upload().complete();
        software.get(onItsWay.casePath()).expect(200);
    }

    @Test
    void aCaseRemembersWhereItArrivedAndStaysReadableThere() throws Exception {
        choose(AccessMode.API);
        activate();
        var inSoftware = Deposit.announce(dila, town).upload().complete();

        choose(AccessMode.PORTAIL);
        var inPortal = Deposit.announce(dila, town).upload().complete();

        assertEquals("API", modeOf(inSoftware.caseId()));
        assertEquals("PORTAIL", modeOf(inPortal.caseId()));
        var software = software();
        software.get(inSoftware.casePath()).expect(200);
        inSoftware.move(software, "DONE").expect(201);
        software.get(inPortal.casePath()).expect(200); // the API is not filtered
    }

    @Test
    void beforeItsDayATownReceivesNothing() throws Exception {
        choose(AccessMode.PORTAIL);
        long opened = version();
        var later = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(2);
        AsCaller.call(ada, () -> life.activate(ada, id, opened, later));

        dila.post("/folders", Deposit.json(town)).expect(400);
        activate();
        dila.post("/folders", Deposit.json(town)).expect(201);
    }
}
