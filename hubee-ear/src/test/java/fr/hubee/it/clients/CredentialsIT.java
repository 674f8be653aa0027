package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.ClientUseRecorder;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.KnownCredentials;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.clients.client.SubscriptionCredentials;
import fr.hubee.clients.token.ClientProofService;
import fr.hubee.clients.token.TokenOutcome;
import fr.hubee.clients.token.TokenRequest;
import fr.hubee.clients.token.TokenService;
import fr.hubee.clients.token.TokenSweepService;
import fr.hubee.exchange.feed.FeedService;
import fr.hubee.exchange.feed.WebhookDeliveries.EndpointLine;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.ActorType;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the credentials of a subscription: shown once, renewed without interruption, revoked, and their last use. */
class CredentialsIT extends InServer {
    static final String CLIENT_CREDENTIALS = "grant_type=client_credentials";
    static final Set<String> MANAGER =
            Set.of(RoleNames.PERSON, RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.READ_SUBSCRIPTIONS);

    @Inject
    CredentialService credentials;

    @Inject
    ApiClientService clients;

    @Inject
    ClientProofService proofs;

    @Inject
    SubscriptionCredentials transfer;

    @Inject
    TokenService tokens;

    @Inject
    ClientUseRecorder uses;

    @Inject
    TokenSweepService sweep;

    @Inject
    AuditService audit;

    @Inject
    WebhookEndpointService endpoints;

    @Inject
    FeedService feed;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager entities;

    NewTown town;
    UUID subscription;
    Caller ada;

    @BeforeEach
    void aTownHasSubscribedInApiMode() {
        town = NewTown.fresh().registered();
        subscription = UUID.fromString(town.subscribed("EtatCivil"));
        change(now -> now.put("accessMode", "API"));
        ada = person("ada.lovelace@pontcarre.fr", town, MANAGER);
    }

    static Caller person(String login, NewTown town, Set<String> roles) {
        return new Caller(login, OrganizationKey.parse(town.name()).orElseThrow(), roles, Set.of(), "192.0.2.1")
                .proven(Instant.MAX);
    }

    void change(Consumer<ObjectNode> edit) {
        NewTown.changeSubscription(subscription.toString(), edit);
    }

    ShownCredentials create() throws Exception {
        return AsCaller.call(ada, () -> credentials.create(ada, subscription, NewSecret.random()));
    }

    ShownCredentials renew(int overlapDays) throws Exception {
        return AsCaller.call(ada, () -> credentials.renew(ada, subscription, seen(), overlapDays, NewSecret.random()));
    }

    Instant seen() {
        return credentials.read(ada, subscription).orElseThrow().renewedAt();
    }

    KnownCredentials read() throws Exception {
        return AsCaller.call(ada, () -> credentials.read(ada, subscription)).orElseThrow();
    }

    void revoke() throws Exception {
        AsCaller.run(ada, () -> credentials.revoke(ada, subscription));
    }

    String refusal(Caller caller) {
        return assertThrows(
                        InvalidRequest.class,
                        () -> AsCaller.call(caller, () -> credentials.create(caller, subscription, NewSecret.random())))
                .getMessage();
    }

    static Answer ask(ShownCredentials pair) {
        return Partner.askToken(pair.clientId(), pair.clientSecret());
    }

    static Partner software(ShownCredentials pair) {
        var answer = ask(pair).expect(200);
        return Partner.holding(answer);
    }

    /** Inserts the credentials directly, since the servlet would record a use. */
    Partner silentSoftware(ShownCredentials pair) {
        var request = new TokenRequest(pair.clientId(), pair.clientSecret(), "client_credentials", "SI", "127.0.0.1");
        var issued = (TokenOutcome.Issued) tokens.issue(request);
        return Partner.withToken(Partner.address(), issued.accessToken());
    }

    static void awaitRefused(Partner software) {
        Wait.untilForgotten(() -> software.get("/notifications").status() == 401);
    }

    // Made once, shown once.

    @Test
    void aPairIsMadeAndOpensExactlyItsSubscription() throws Exception {
        var pair = create();

        assertTrue(pair.clientId().matches("EtatCivil-[a-z2-9]{10}"), pair.clientId());
        assertEquals(43, pair.clientSecret().length());
        var holder =
                tokens.holderOf(ask(pair).field("access_token")).orElseThrow().caller();
        assertEquals(town.name(), holder.organization().toString());
        assertEquals(Set.of("EtatCivil"), holder.processCodes());
        assertEquals(Set.of(RoleNames.SI), holder.roles());
        software(pair).get("/notifications").expect(200);
    }

    @Test
    void theSecretStandsNowhereInTheDatabase() throws Exception {
        var pair = create();
        var renewed = renew(7);
        ask(pair).expect(200);

        // the rows of a partition are rows of the table
        var tables = Database.texts("select relname from pg_class where relnamespace = current_schema()::regnamespace"
                + " and relkind in ('r', 'p') and not relispartition");
        for (var table : tables) {
            for (var secret : List.of(pair.clientSecret(), renewed.clientSecret())) {
                assertEquals(
                        List.of(),
                        Database.texts(
                                "select t::text from \"" + table + "\" t where position(? in t::text) > 0", secret),
                        table);
            }
        }
    }

    @Test
    void aSecondPairIsRefusedAlsoToThoseWhoAskAtOnce() throws Exception {
        var made = InParallel.of(4, each -> {
            try {
                return create().clientId();
            } catch (InvalidRequest refused) {
                return refused.getMessage();
            }
        });

        assertEquals(
                1, made.stream().filter(text -> text.startsWith("EtatCivil-")).count(), made::toString);
        assertEquals(
                3, made.stream().filter(text -> text.endsWith("régénérez-la.")).count(), made::toString);
    }

    @Test
    void onlyAnOpenSubscriptionInApiModeHasCredentials() {
        change(now -> now.put("accessMode", "PORTAIL"));
        assertTrue(refusal(ada).contains("« Portail »"));
        change(now -> now.putNull("accessMode"));
        assertTrue(refusal(ada).startsWith("Choisissez d’abord"));
        change(now -> now.put("accessMode", "API").put("status", "Refusé").put("rejectionReason", "Doublon"));
        assertTrue(refusal(ada).startsWith("Cet abonnement est refusé"));
    }

    @Test
    void withoutAPairThereIsNothingToRenewOrToRevoke() throws Exception {
        assertTrue(AsCaller.call(ada, () -> credentials.read(ada, subscription)).isEmpty());
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(
                        ada, () -> credentials.renew(ada, subscription, Instant.EPOCH, 0, NewSecret.random())));
        assertThrows(InvalidRequest.class, this::revoke);
    }

    // Renewed.

    @Test
    void withAnOverlapBothSecretsWorkUntilItsEnd() throws Exception {
        var former = create();
        var before = software(former);
        var renewed = renew(7);

        assertEquals(former.clientId(), renewed.clientId());
        ask(former).expect(200);
        software(renewed).get("/notifications").expect(200);
        before.get("/notifications").expect(200);
        var known = read();
        assertEquals(2, known.secrets().size());
        assertNull(known.secrets().get(0).expiresAt());
        assertEquals(
                Duration.ofDays(7),
                Duration.between(known.renewedAt(), known.secrets().get(1).expiresAt()));

        // a week later
        assertEquals(
                1,
                Database.change(
                        "update api_client_secret set expires_at = now() - interval '1 minute' where client_id = ? and expires_at > now()",
                        former.clientId()));

        ask(former).expect(401);
        awaitRefused(before);
        software(renewed).get("/notifications").expect(200);
        assertEquals(1, read().secrets().size());
    }

    @Test
    void withoutAnOverlapTheFormerSecretAndItsTokensEnd() throws Exception {
        var former = create();
        var before = software(former);
        before.get("/notifications").expect(200);
        var endpoint = endpoint(before);

        var renewed = renew(0);

        ask(former).expect(401);
        software(renewed).get("/notifications").expect(200);
        assertEquals("PAUSED", known(renewed, endpoint).field("state"), "it may be that of a former editor");
        awaitRefused(before);
        software(renewed)
                .atFeed()
                .post("/endpoints/" + endpoint + "/resume", "")
                .expect(204);
        assertNull(known(renewed, endpoint).json().get("endDateTime").textValue());
    }

    /** Makes an endpoint that has agreed. */
    static UUID endpoint(Partner software) {
        var address = "{\"address\": \"https://town.example/" + UUID.randomUUID() + "\"}";
        var id = UUID.fromString(
                software.atFeed().post("/endpoints", address).expect(201).field("id"));
        Database.change("update webhook_endpoint set state = 'ACTIVE', position = 0 where id = ?", id);
        return id;
    }

    static Answer known(ShownCredentials pair, UUID endpoint) {
        return software(pair).atFeed().get("/endpoints/" + endpoint).expect(200);
    }

    @Test
    void anEndpointEndsWithTheSecretThatItsSoftwareMayHave() throws Exception {
        var administrator = Database.insert(NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR));
        var former = create();
        var first = endpoint(software(former));
        var kept = endpoint(software(former));
        var renewed = renew(7);
        var late = endpoint(software(former));
        software(former).atFeed().post("/endpoints/" + first + "/resume", "").expect(204); // it cannot keep itself
        AsCaller.run(ada, () -> endpoints.resume(ada, kept));
        for (var each : List.of(first, late)) {
            assertEquals("ACTIVE", known(renewed, each).field("state"));
            assertEquals(
                    read().secrets().get(1).expiresAt(),
                    Instant.parse(known(renewed, each).field("endDateTime")));
        }
        var inTrouble = AsCaller.call(ada, () -> endpoints.page(ada, null, true, 0, 10));
        assertEquals(
                Set.of(first, late),
                Set.copyOf(inTrouble.items().stream().map(EndpointLine::id).toList()));

        // a week later
        Database.change(
                "update webhook_endpoint set ends_at = now(), due_at = now() where client_id = ? and ends_at is not null",
                former.clientId());
        for (var each : List.of(first, late)) {
            Wait.until(() -> known(renewed, each).field("state").equals("PAUSED"));
        }
        assertEquals("ACTIVE", known(renewed, kept).field("state"), "a person has kept it");
        Mailbox.of(administrator.email()).await(2).get(0).shows("ancien logiciel", "town.example");
    }

    @Test
    void theEndpointsOfAFormerEditorArePaused() throws Exception {
        var pair = create();
        var endpoint = endpoint(software(pair));
        change(now -> now.put("email", "mairie@pontcarre.example"));
        assertEquals("ACTIVE", known(pair, endpoint).field("state"));
        var editor = Organizations.newEditor();
        change(now -> now.putObject("delegationActor")
                .put("type", "EDT")
                .put("companyRegister", editor.companyRegister())
                .put("branchCode", editor.branchCode()));
        assertEquals("PAUSED", known(pair, endpoint).field("state"));
    }

    @Test
    void anEndpointThatRestedLongerThanTheLogIsKeptLearnsWhatItMissed() throws Exception {
        var administrator = Database.insert(NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR));
        var pair = create();
        var endpoint = endpoint(software(pair));
        var quiet = endpoint(software(pair));
        Database.change("update webhook_endpoint set state = 'PAUSED' where id = ?", endpoint);
        var event = UUID.randomUUID();
        Database.change("""
                insert into feed_unsealed (id, aggregateid, type, payload, occurred_at, organization_type,
                    company_register, branch_code, process_code)
                values (?, gen_random_uuid(), 'fr.hubee.case.received.v1', '{}', now() - interval '60 days', 'SI', ?, ?, 'EtatCivil')""", event, town.companyRegister(), town.branchCode());
        Wait.until(() -> Database.count("feed_event where id = ?", event) == 1);
        Database.change("update webhook_endpoint set position = (select position from feed_head) where id = ?", quiet);

        asBatch.run(() -> feed.keep());

        var since = Instant.parse(known(pair, endpoint).field("missedSince"));
        assertEquals(60, Duration.between(since, Instant.now()).toDays());
        assertNull(known(pair, quiet).json().get("missedSince").textValue(), "it had got the event");
        Mailbox.of(administrator.email()).await().shows("manqué des annonces", "relire par l’API");
        software(pair)
                .atFeed()
                .post("/endpoints/" + endpoint + "/caught-up", "")
                .expect(204);
        asBatch.run(() -> feed.keep());
        assertNull(known(pair, endpoint).json().get("missedSince").textValue());
    }

    @Test
    void aThirdSecretEndsTheOldest() throws Exception {
        var first = create();
        var second = renew(30);
        var third = renew(30);

        assertEquals(
                List.of(401, 200, 200),
                Stream.of(first, second, third).map(pair -> ask(pair).status()).toList());
    }

    @Test
    void aSecondClickRenewsNothing() throws Exception {
        var inUse = create();
        var seen = read().renewedAt();
        AsCaller.call(ada, () -> credentials.renew(ada, subscription, seen, 7, NewSecret.random()));

        assertThrows(
                Conflict.class,
                () -> AsCaller.call(ada, () -> credentials.renew(ada, subscription, seen, 7, NewSecret.random())));

        ask(inUse).expect(200);
    }

    @Test
    void anOverlapOfMonthsIsRefusedAndChangesNothing() throws Exception {
        var pair = create();

        var refused = assertThrows(InvalidRequest.class, () -> renew(31));

        assertTrue(refused.getMessage().contains("de 0 à 30 jours"));
        assertEquals(1, read().secrets().size());
        ask(pair).expect(200);
    }

    @Test
    void aWrongSecretIsCountedAlsoWhileTwoAreGood() throws Exception {
        var former = create();
        var renewed = renew(7);
        var wrong = new ShownCredentials(former.clientId(), "wrong");

        for (int guess = 0; guess < 5; guess++) {
            ask(wrong).expect(401);
        }

        ask(former).expect(429);
        ask(renewed).expect(429);
    }

    // Taken back.

    @Test
    void whatIsRevokedIsRefusedAndANewPairMayBeMade() throws Exception {
        var pair = create();
        var software = software(pair);

        revoke();

        ask(pair).expect(401);
        awaitRefused(software);
        assertTrue(AsCaller.call(ada, () -> credentials.read(ada, subscription)).isEmpty());
        var next = create();
        assertNotEquals(pair.clientId(), next.clientId());
        software(next).get("/notifications").expect(200);
    }

    @Test
    void whatAnotherNodeDoesIsSeen() throws Exception {
        var pair = create();
        var software = software(pair);
        software.get("/notifications").expect(200);

        Database.change("update api_client_secret set expires_at = now() where client_id = ?", pair.clientId());

        awaitRefused(software);
        ask(pair).expect(401);
    }

    @Test
    void aSuspendedSubscriptionKeepsItsCredentials() throws Exception {
        var pair = create();
        change(now -> now.put("status", "Actif"));
        change(now -> now.put("status", "Suspendu"));

        software(pair).get("/notifications").expect(200);
        ask(renew(0)).expect(200);
    }

    // The owner of credentials.

    @Test
    void otherOrganisationsAndAgentsAreRefused() throws Exception {
        create();
        var neighbour = person("b@clairmont.fr", NewTown.fresh(), MANAGER);
        var agent = person("c@pontcarre.fr", town, Set.of(RoleNames.PERSON, RoleNames.MANAGE_FOLDERS));
        var reader = person("d@pontcarre.fr", town, Set.of(RoleNames.PERSON, RoleNames.READ_SUBSCRIPTIONS));

        for (var stranger : List.of(neighbour, editor(Organizations.newEditor()))) {
            assertThrows(
                    NotAllowed.class,
                    () -> AsCaller.call(
                            stranger, () -> credentials.create(stranger, subscription, NewSecret.random())));
            assertThrows(
                    NotAllowed.class,
                    () -> AsCaller.call(
                            stranger, () -> credentials.renew(stranger, subscription, null, 0, NewSecret.random())));
            assertThrows(
                    NotAllowed.class, () -> AsCaller.call(stranger, () -> credentials.read(stranger, subscription)));
            assertThrows(
                    NotAllowed.class, () -> AsCaller.run(stranger, () -> credentials.revoke(stranger, subscription)));
        }
        for (var colleague : List.of(agent, reader)) {
            assertThrows(
                    EJBAccessException.class,
                    () -> AsCaller.call(colleague, () -> credentials.read(colleague, subscription)));
        }
        assertEquals(1, read().secrets().size());
    }

    static Caller editor(OrganizationKey house) {
        return new Caller(
                        "e@editeur.fr",
                        house,
                        Set.of(RoleNames.PERSON, RoleNames.EDITOR, RoleNames.MANAGE_SUBSCRIPTIONS),
                        Set.of(),
                        "192.0.2.2")
                .proven(Instant.MAX);
    }

    @Test
    void theEditorThatIsNamedActsForTheTownUntilItIsNoLonger() throws Exception {
        var house = Organizations.newEditor();
        var eve = editor(house);
        change(now -> now.set(
                "delegationActor",
                now.objectNode()
                        .put("type", "EDT")
                        .put("companyRegister", house.companyRegister())
                        .put("branchCode", house.branchCode())));

        var pair = AsCaller.call(eve, () -> credentials.create(eve, subscription, NewSecret.random()));
        ask(pair).expect(200);

        change(now -> now.putNull("delegationActor"));

        assertThrows(
                NotAllowed.class,
                () -> AsCaller.call(eve, () -> credentials.renew(eve, subscription, null, 0, NewSecret.random())));
        // the secret that the editor knows is left: the town renews it
        ask(pair).expect(200);
        renew(0);
        ask(pair).expect(401);
    }

    @Test
    void theNationalAdministratorRevokesButSeesNoSecretAndGivesNoKey() throws Exception {
        var national = new Caller(
                        "n@numerique.gouv.fr", null, Set.of(RoleNames.PERSON, RoleNames.ADMIN), Set.of(), null)
                .proven(Instant.MAX);
        assertThrows(
                NotAllowed.class,
                () -> AsCaller.call(national, () -> credentials.create(national, subscription, NewSecret.random())));
        var pair = create();
        for (Callable<?> act : List.<Callable<?>>of(
                () -> credentials.renew(national, subscription, seen(), 0, NewSecret.random()),
                () -> clients.renew(national, pair.clientId(), 0, NewSecret.random()),
                () -> {
                    proofs.addKeys(national, pair.clientId(), "{}");
                    return null;
                })) {
            assertThrows(NotAllowed.class, () -> AsCaller.call(national, act));
        }
        ask(pair).expect(200);
        AsCaller.run(national, () -> credentials.revoke(national, subscription));
        ask(pair).expect(401);
    }

    @Test
    void theHistoryOfTheSubscriptionTellsWhoAndNeverTheSecret() throws Exception {
        var pair = create();
        renew(7);
        revoke();

        var query = new AuditQuery(null, ada.name(), town.name(), subscription.toString(), null, null, 0, 10);
        var lines =
                AsCaller.call(Set.of(RoleNames.ADMIN), () -> audit.page(query)).items();

        assertEquals(
                List.of(
                        AuditAction.CREDENTIALS_REVOKED,
                        AuditAction.CREDENTIALS_RENEWED,
                        AuditAction.CREDENTIALS_CREATED),
                lines.stream().map(AuditLine::action).toList());
        for (var line : lines) {
            assertEquals("192.0.2.1", line.address());
            assertEquals(
                    pair.clientId(), line.changes().fields().get("clientId").after());
        }
        assertEquals("7", lines.get(1).changes().fields().get("overlapDays").after());
        assertEquals(
                Set.of("clientId", "overlapDays"),
                lines.get(1).changes().fields().keySet());
    }

    // The software that uses credentials.

    @Test
    void askingForATokenTellsTheSoftware() throws Exception {
        var pair = create();
        assertNull(read().lastUse());

        var request = Partner.form("/oauth2/token", CLIENT_CREDENTIALS)
                .header("Authorization", Partner.basic(pair.clientId(), pair.clientSecret()))
                .header("editorName", "Editeur")
                .header("applicationName", "Etat civil")
                .header("softwareVersion", "4.2");
        Partner.send(request).expect(200);

        var use = read().lastUse();
        assertEquals(new PartnerInfo("Editeur", "Etat civil", "4.2"), use.software());
        assertEquals("127.0.0.1", use.address());
    }

    @Test
    void aCallOfTheApiTellsTheSoftwareOnceAMinute() throws Exception {
        var pair = create();
        var software = silentSoftware(pair);
        assertNull(read().lastUse());

        software.with("applicationName", "Etat civil").get("/notifications").expect(200);
        var first = read().lastUse();
        assertEquals(new PartnerInfo(null, "Etat civil", null), first.software());

        var row = "select xmin::text from api_client_use where client_id = ?";
        var written = Database.texts(row, pair.clientId());
        for (int call = 0; call < 5; call++) {
            software.with("applicationName", "Autre").get("/notifications").expect(200);
        }
        assertEquals(written, Database.texts(row, pair.clientId()));
        assertEquals(first, read().lastUse());
    }

    @Test
    void withinTheMinuteACallAsksNothingMoreOfTheDatabase() throws Exception {
        var pair = create();
        var software = silentSoftware(pair);
        Partner.of("demo-cnaf").get("/notifications").expect(200); // all is warm
        var statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var unknown = "/cases/" + UUID.randomUUID();
            var statements = new ArrayList<Long>();
            for (int call = 0; call < 10; call++) {
                long before = statistics.getPrepareStatementCount();
                software.get(unknown).expect(404);
                statements.add(statistics.getPrepareStatementCount() - before);
            }
            // the first looks the token up and notes the use; a round of the server may add its own to any of them
            long search = Collections.min(statements.subList(1, statements.size()));
            assertTrue(search > 0);
            assertTrue(statements.get(0) >= search + 2, statements::toString);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aRefusedTokenIsNoUseAndANoteThatFailsStopsNothing() throws Exception {
        var pair = create();
        ask(new ShownCredentials(pair.clientId(), "wrong")).expect(401);
        assertNull(read().lastUse());

        uses.note("no-such-client-" + pair.clientId(), "192.0.2.9", null);
        uses.note(pair.clientId(), "far too long for an address ".repeat(9), null);

        assertNull(read().lastUse());
        software(pair).get("/notifications").expect(200);
    }

    // Credentials follow their subscription.

    @Test
    void credentialsFollowTheirSubscriptionToAnotherOrganisation() throws Exception {
        var pair = create();
        var token = ask(pair).field("access_token");
        var greater = OrganizationKey.parse(NewTown.fresh().registered().name()).orElseThrow();

        transaction.begin();
        transfer.follow(ada, subscription, greater);
        transaction.commit();

        assertEquals(greater, tokens.holderOf(token).orElseThrow().caller().organization());
        assertEquals(
                Set.of("EtatCivil"),
                tokens.holderOf(token).orElseThrow().caller().processCodes());
        ask(pair).expect(200);
    }

    @Test
    void credentialsEndWithTheirSubscription() throws Exception {
        var pair = create();

        transaction.begin();
        transfer.revokeFor(ada, subscription);
        transfer.revokeFor(ada, subscription);
        transaction.commit();

        ask(pair).expect(401);
        transaction.begin();
        transfer.follow(ada, subscription, ada.organization());
        transaction.commit();
        ask(pair).expect(401);
    }

    // Swept.

    @Test
    void aSecretThatEndedADayAgoIsForgotten() throws Exception {
        var pair = create();
        ask(pair).expect(200);
        renew(0);
        var ofClient = "select id::text from api_client_secret where client_id = ?";
        assertEquals(2, Database.texts(ofClient, pair.clientId()).size());

        Database.change(
                "update api_client_secret set expires_at = now() - interval '25 hours' where client_id = ? and expires_at is not null",
                pair.clientId());
        AsCaller.call(Set.of(RoleNames.BATCH), sweep::forgetExpired);

        assertEquals(1, Database.texts(ofClient, pair.clientId()).size());
        assertFalse(read().secrets().isEmpty());
    }
}
