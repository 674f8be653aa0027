package fr.hubee.it.rights;

import static fr.hubee.people.account.ActorType.AGENT;
import static fr.hubee.people.account.ActorType.BUSINESS_ADMINISTRATOR;
import static fr.hubee.people.account.ActorType.EDITOR;
import static fr.hubee.people.account.ActorType.LOCAL_ADMINISTRATOR;
import static fr.hubee.people.account.ActorType.NATIONAL_ADMINISTRATOR;

import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.exchange.feed.WebhookEndpointService;
import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.notification.NotificationFeedService;
import fr.hubee.exchange.notification.QueueQuery;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.lifetime.merge.MergeService;
import fr.hubee.lifetime.merge.MergeUndoService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Two towns that have nothing in common: neither operator, démarche nor editor.
 *
 * @param people one of each type of actor, on the first side
 * @param merge of two other towns, which can be undone
 */
record World(Side own, Side foreign, Map<ActorType, KnownAccount> people, UUID merge) {
    static final String HERE = "127.0.0.1";
    private static final OrganizationKey DGS = new OrganizationKey(OrganizationType.OSL, "99000002800011", "00000");
    private static final Caller ADMIN =
            new Caller("demo-admin", Organizations.HUB, Set.of(RoleNames.ADMIN), Set.of(), HERE);

    static World make() throws Exception {
        var own = side("demo-dila", Organizations.DILA, "EtatCivil", "ActeEtatCivil-XML");
        var foreign = side("demo-dgs", DGS, "CERTDC", "VA_CertificatdeDeces");
        var people = new EnumMap<ActorType, KnownAccount>(ActorType.class);
        people.put(NATIONAL_ADMINISTRATOR, account(NATIONAL_ADMINISTRATOR, Organizations.HUB));
        people.put(
                BUSINESS_ADMINISTRATOR,
                reaching(account(BUSINESS_ADMINISTRATOR, Organizations.DILA), own.processCode()));
        people.put(LOCAL_ADMINISTRATOR, account(LOCAL_ADMINISTRATOR, own.town()));
        people.put(AGENT, account(AGENT, own.town(), own.processCode()));
        people.put(EDITOR, account(EDITOR, own.editor()));
        return new World(own, foreign, people, AsCaller.call(ADMIN, World::merged));
    }

    static <T> T service(Class<T> type) {
        return CDI.current().select(type).get();
    }

    Side other(Side side) {
        return side.equals(own) ? foreign : own;
    }

    Caller person(ActorType type) {
        return people.get(type).caller(HERE).proven(Instant.MAX);
    }

    private static Side side(String partner, OrganizationKey operator, String process, String attachmentType)
            throws Exception {
        var town = NewTown.fresh().registered();
        var editor = Organizations.newEditor();
        var subscription = activated(town, process, editor);
        var deposit = Deposit.complete(Partner.of(partner), process, attachmentType, town);
        var key = town.organizationKey();
        var caseId = deposit.theCase();
        var software = new Caller("software", key, Set.of(RoleNames.SI), Set.of(process), HERE);
        fetched(software, caseId);
        var local = new Caller("local", key, Set.of(RoleNames.LOCAL, RoleNames.MANAGE_SUBSCRIPTIONS), Set.of(), HERE)
                .proven(Instant.MAX);
        var shown = AsCaller.call(
                local, () -> service(CredentialService.class).create(local, subscription, NewSecret.random()));
        Database.change("""
                insert into api_call (client_id, ended_at, request_id, operation, status, took, received, sent)
                values (?, now(), 'of-' || ?, 'GET /teledossiers/v1/notifications', 200, 1, 0, 0)""", shown.clientId(), shown.clientId());
        return new Side(
                key,
                operator,
                editor,
                process,
                subscription,
                shown.clientId(),
                endpoint(new Caller(shown.clientId(), key, Set.of(RoleNames.SI), Set.of(process), HERE)),
                account(AGENT, key, process).id(),
                UUID.fromString(deposit.folder().path("id").asText()),
                caseId,
                comment(software, caseId),
                deposit.file(),
                waiting(software));
    }

    /** Creates an endpoint, and a run of the test bench with the same identifier. */
    private static UUID endpoint(Caller client) throws Exception {
        var id = AsCaller.call(
                        client,
                        () -> service(WebhookEndpointService.class)
                                .create(client, client.name(), "http://127.0.0.1:9/", Set.of()))
                .id();
        Database.change("""
                insert into bench_run (id, batch, position, client_id, scenario, role, state, began_at, ended_at, beat_at)
                values (?, ?, 0, ?, 'nominal', 'SI', 'PASSED', now(), now(), now())""", id, id, client.name());
        return id;
    }

    private static UUID merged() {
        var from = NewTown.fresh().registered().organizationKey();
        var to = NewTown.fresh().registered().organizationKey();
        var merges = service(MergeService.class);
        merges.merge(ADMIN, from, to, merges.preview(ADMIN, from, to).fingerprint());
        return service(MergeUndoService.class).list(ADMIN).get(0).merge().id();
    }

    private static UUID activated(NewTown town, String process, OrganizationKey editor) {
        var id = town.inService(process, "API");
        NewTown.changeSubscription(
                id,
                subscription -> subscription
                        .putObject("delegationActor")
                        .put("type", "EDT")
                        .put("companyRegister", editor.companyRegister())
                        .put("branchCode", editor.branchCode()));
        return UUID.fromString(id);
    }

    private static KnownAccount account(ActorType type, OrganizationKey organization, String... processCodes)
            throws SQLException {
        return NewPerson.camille(organization, type)
                .reaching(processCodes)
                .in(service(People.class).sql().database());
    }

    /** Returns an operator's administrator with the démarche of her operator, which is no habilitation. */
    private static KnownAccount reaching(KnownAccount person, String processCode) {
        return new KnownAccount(
                person.id(),
                person.email(),
                person.actorType(),
                person.organization(),
                person.firstName(),
                person.lastName(),
                person.roles(),
                Set.of(processCode),
                true,
                List.of());
    }

    /** Lets the software fetch the case: the lists of the portal show it from then on. */
    private static void fetched(Caller software, UUID caseId) throws Exception {
        AsCaller.run(software, () -> service(CaseService.class).setStatus(software, caseId, CaseStatus.SENT));
    }

    private static UUID comment(Caller software, UUID caseId) throws Exception {
        var comment = new NewCaseEvent(ActionType.COM_ADD, null, null, "Vu", false, null, null, null, List.of(), null);
        return AsCaller.call(software, () -> service(CaseService.class).recordEvent(software, caseId, comment))
                .id();
    }

    private static UUID waiting(Caller software) throws Exception {
        var query = new QueueQuery(10, Set.of(), Set.of(), false);
        return AsCaller.call(
                        software, () -> service(NotificationFeedService.class).next(software, query))
                .get(0)
                .id();
    }
}
