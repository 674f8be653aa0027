package fr.hubee.it.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.HistoryLine;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.directory.subscription.SubscriptionOverviewService.SubscriptionDetail;
import fr.hubee.directory.subscription.SubscriptionSettings;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** §6.6: the actions of people on a subscription, and the mails about them. */
class SubscriptionLifeIT extends InServer {
    static final SubscriptionSettings SOFTWARE =
            new SubscriptionSettings(AccessMode.API, NotificationFrequency.DAILY, "etat-civil@pontcarre.fr", null);

    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionOverviewService overview;

    final NewTown town = NewTown.fresh().registered();
    final Caller ada = Callers.manager(town.organizationKey());

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    SubscriptionDetail read(Caller caller, UUID id) throws Exception {
        return AsCaller.call(caller, () -> overview.read(caller, id));
    }

    /** Activates the subscription as a town does: choice, then activation. */
    long activated(UUID id) throws Exception {
        long version = read(ada, id).line().version();
        return AsCaller.call(ada, () -> {
            long configured = life.configure(ada, id, version, SOFTWARE);
            return life.activate(ada, id, configured, today());
        });
    }

    @Test
    void aTownChoosesActivatesSuspendsAndTakesUpAgain() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(
                        ada, () -> life.activate(ada, id, read(ada, id).line().version(), today())));

        long version = activated(id);
        var active = read(ada, id);
        assertEquals(version, active.line().version());
        assertEquals(SubscriptionStatus.ACTIVE, active.line().status());
        assertEquals(AccessMode.API, active.line().accessMode());
        assertEquals(NotificationFrequency.DAILY, active.details().notificationFrequency());

        long suspended = AsCaller.call(ada, () -> life.suspend(ada, id, version));
        assertNotNull(read(ada, id).line().endedAt());
        AsCaller.call(ada, () -> life.reactivate(ada, id, suspended));
        assertNull(read(ada, id).line().endedAt());
        assertEquals(active.line().activatedAt(), read(ada, id).line().activatedAt());
    }

    @Test
    void aSubscriptionsHistoryNamesEveryStepInFrench() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        long version = activated(id);
        AsCaller.call(ada, () -> life.suspend(ada, id, version));

        var history = AsCaller.call(ada, () -> overview.history(ada, id));

        assertEquals(
                List.of("Abonnement suspendu", "Abonnement activé", "Abonnement modifié", "Abonnement demandé"),
                history.stream().map(HistoryLine::act).toList());
        assertEquals("ada@hubee.example", history.get(0).actor());
        assertTrue(history.get(0).fields().contains(new HistoryLine.Field("Statut", "Actif", "Suspendu")));
        assertTrue(history.get(2)
                .fields()
                .contains(new HistoryLine.Field("Fréquence de notification", "Unitaire", "Quotidienne")));
        assertTrue(history.get(2).fields().contains(new HistoryLine.Field("Modalité d’accès", null, "API")));
    }

    @Test
    void theSecondOfTwoAdministratorsIsShownWhatTheFirstChanged() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        long opened = read(ada, id).line().version();
        AsCaller.call(ada, () -> life.configure(ada, id, opened, SOFTWARE));

        var second = Callers.national();
        var late = new SubscriptionSettings(AccessMode.PORTAIL, NotificationFrequency.NONE, null, null);
        var conflict = assertThrows(
                Conflict.class, () -> AsCaller.call(second, () -> life.configure(second, id, opened, late)));

        assertTrue(conflict.getMessage().contains("ada@hubee.example : Abonnement modifié"), conflict::getMessage);
        assertTrue(
                conflict.getMessage().contains("Fréquence de notification : « Unitaire » → « Quotidienne »"),
                conflict::getMessage);
        assertTrue(conflict.getMessage().contains("Rechargez la page"), conflict::getMessage);
        assertEquals(AccessMode.API, read(ada, id).line().accessMode());
    }

    @Test
    void ofFiveAtOnceOneIsSavedAndFourAreRefused() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        long opened = read(ada, id).line().version();

        var outcomes = InParallel.of(5, each -> save(id, opened, "mairie" + each + "@pontcarre.fr"));

        assertEquals(1, outcomes.stream().filter("saved"::equals).count(), outcomes::toString);
        assertEquals(
                4,
                outcomes.stream()
                        .filter(told -> told.contains("Adresse à prévenir"))
                        .count(),
                outcomes::toString);
    }

    String save(UUID id, long opened, String email) {
        var settings = new SubscriptionSettings(AccessMode.API, NotificationFrequency.EACH, email, null);
        try {
            AsCaller.call(ada, () -> life.configure(ada, id, opened, settings));
            return "saved";
        } catch (Conflict refused) {
            return refused.getMessage();
        } catch (Exception invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    @Test
    void aChangeByTheApiIsNotifiedToo() throws Exception {
        var id = town.subscribed("EtatCivil");
        long opened = read(ada, UUID.fromString(id)).line().version();
        var admin = Partner.of("demo-admin").atReferential();
        var wanted = admin.get("/subscriptions/" + id).json().toString().replace("\"Inactif\"", "\"Actif\"");
        admin.put("/subscriptions/" + id, wanted).expect(200);

        var conflict = assertThrows(
                Conflict.class,
                () -> AsCaller.call(ada, () -> life.configure(ada, UUID.fromString(id), opened, SOFTWARE)));

        assertTrue(conflict.getMessage().contains("demo-admin : Abonnement activé"), conflict::getMessage);
    }

    @Test
    void savingWhatIsThereAlreadyChangesAndRecordsNothing() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        long opened = read(ada, id).line().version();

        long saved = AsCaller.call(ada, () -> life.configure(ada, id, opened, SOFTWARE));
        long again = AsCaller.call(ada, () -> life.configure(ada, id, saved, SOFTWARE));

        assertEquals(saved, again);
        assertEquals(2, AsCaller.call(ada, () -> overview.history(ada, id)).size());
    }

    @Test
    void theOperatorValidatesWhereItsDemarcheAsksForIt() throws Exception {
        var asked = town.subscription("RSAFIM").replace("\"validateDateTime\": \"2026-11-24T10:00:00.000+00:00\",", "");
        var created = Partner.of("demo-datapass")
                .atReferential()
                .post("/subscriptions", asked)
                .expect(201);
        var id = UUID.fromString(created.field("id"));
        var cnaf = Callers.business(Organizations.CNAF);
        var line = read(cnaf, id).line();
        assertTrue(line.awaitsValidation());
        assertNull(line.validatedAt());

        long ready = AsCaller.call(ada, () -> life.configure(ada, id, line.version(), SOFTWARE));
        var early = assertThrows(
                InvalidRequest.class, () -> AsCaller.call(ada, () -> life.activate(ada, id, ready, today())));
        assertTrue(early.getMessage().contains("attend la validation"), early::getMessage);

        long validated = AsCaller.call(cnaf, () -> life.validate(cnaf, id, ready));
        assertFalse(read(cnaf, id).line().awaitsValidation());
        AsCaller.call(ada, () -> life.activate(ada, id, validated, today()));
    }

    @Test
    void theOperatorRefusesWithAReasonAndMayChangeItsMind() throws Exception {
        var id = UUID.fromString(town.subscribed("RSAFIM"));
        var cnaf = Callers.business(Organizations.CNAF);
        long opened = read(cnaf, id).line().version();
        assertThrows(InvalidRequest.class, () -> AsCaller.call(cnaf, () -> life.refuse(cnaf, id, opened, " ")));

        long refused = AsCaller.call(cnaf, () -> life.refuse(cnaf, id, opened, "La commune a fusionné"));
        var told = read(ada, id);
        assertEquals(SubscriptionStatus.REFUSED, told.line().status());
        assertEquals("La commune a fusionné", told.details().rejectionReason());

        AsCaller.call(cnaf, () -> life.validate(cnaf, id, refused));
        assertEquals(SubscriptionStatus.INACTIVE, read(ada, id).line().status());
        assertEquals(
                List.of("Abonnement validé", "Abonnement refusé", "Abonnement demandé"),
                AsCaller.call(ada, () -> overview.history(ada, id)).stream()
                        .map(HistoryLine::act)
                        .toList());
    }

    @Test
    void whereValidationIsAutomaticItIsValidatedOnArrival() throws Exception {
        var asked =
                town.subscription("EtatCivil").replace("\"validateDateTime\": \"2026-11-24T10:00:00.000+00:00\",", "");
        var created = Partner.of("demo-datapass").atReferential().post("/subscriptions", asked);

        assertFalse(created.json().path("validateDateTime").isNull(), created::toString);
    }

    @Test
    void anEditorThatNobodyKnowsIsNotNamed() throws Exception {
        var id = UUID.fromString(town.subscribed("EtatCivil"));
        long opened = read(ada, id).line().version();
        var ghost = new OrganizationKey(OrganizationType.EDT, NewTown.fresh().companyRegister(), "00000");
        var wanted = new SubscriptionSettings(AccessMode.API, NotificationFrequency.NONE, null, ghost);

        var refusal = assertThrows(
                InvalidRequest.class, () -> AsCaller.call(ada, () -> life.configure(ada, id, opened, wanted)));

        assertEquals("Cet éditeur n’est pas connu de HubEE : choisissez un éditeur de la liste.", refusal.getMessage());
    }
}
