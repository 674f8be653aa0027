package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.clients.client.ApiCallQuery;
import fr.hubee.clients.client.ApiCallService;
import fr.hubee.clients.client.ApiClientLine;
import fr.hubee.clients.client.ApiClientQuery;
import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.ApiClientSort;
import fr.hubee.clients.client.HourOfCalls;
import fr.hubee.clients.client.NewSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.clients.token.TokenSweepService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Database;
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
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All credentials of the hub, as the national administrator sees them. */
class ApiClientsIT extends InServer {
    static final Caller NATIONAL = new Caller(
                    "n@numerique.gouv.fr", null, Set.of(RoleNames.PERSON, RoleNames.ADMIN), Set.of(), "192.0.2.1")
            .proven(Instant.MAX);

    @Inject
    ApiClientService clients;

    @Inject
    ApiCallService calls;

    @Inject
    TokenSweepService sweep;

    @Inject
    AuditService audit;

    static final String NAME = "Opérateur É%_ de Pontcarré";

    OrganizationKey operator;

    @BeforeEach
    void anOperatorIsRegistered() {
        operator = Organizations.registered(OrganizationType.OSL, NAME);
    }

    ShownCredentials create(Scope scope, OrganizationKey organization) throws Exception {
        return AsCaller.call(NATIONAL, () -> clients.create(NATIONAL, scope, organization, NewSecret.random()));
    }

    ShownCredentials created(NewSecret secret) throws Exception {
        return AsCaller.call(NATIONAL, () -> clients.create(NATIONAL, Scope.OSL, operator, secret));
    }

    void revoke(String clientId) throws Exception {
        AsCaller.run(NATIONAL, () -> clients.revoke(NATIONAL, clientId));
    }

    List<ApiClientLine> found(ApiClientQuery query) throws Exception {
        return AsCaller.call(NATIONAL, () -> clients.page(query)).items();
    }

    List<ApiClientLine> found(String text, Boolean revoked, Instant idleSince) throws Exception {
        return found(new ApiClientQuery(null, operator, text, revoked, idleSince, null, false, 0, 10));
    }

    static Answer ask(ShownCredentials pair) {
        return Partner.askToken(pair.clientId(), pair.clientSecret());
    }

    @Test
    void aSecretThatIsSentAgainMakesNothingMoreAndNeverComesBack() throws Exception {
        var first = NewSecret.random();
        var second = NewSecret.random();
        var pairs = InParallel.of(4, each -> created(first));
        var pair = pairs.get(0);
        assertEquals(List.of(pair, pair, pair, pair), pairs);

        for (int click = 0; click < 2; click++) {
            assertEquals(
                    new ShownCredentials(pair.clientId(), second.text()),
                    AsCaller.call(NATIONAL, () -> clients.renew(NATIONAL, pair.clientId(), 7, second)));
        }
        var known = AsCaller.call(NATIONAL, () -> clients.read(NATIONAL, pair.clientId()));
        assertEquals(2, known.secrets().size());

        assertThrows(
                Conflict.class,
                () -> AsCaller.call(NATIONAL, () -> clients.renew(NATIONAL, pair.clientId(), 7, first)));
        revoke(pair.clientId());
        assertThrows(
                Conflict.class,
                () -> AsCaller.call(NATIONAL, () -> clients.create(NATIONAL, Scope.OSL, operator, second)));
    }

    @Test
    void anOperatorsPairIsMadeRenewedAndTakenBack() throws Exception {
        var pair = create(Scope.OSL, operator);
        assertTrue(pair.clientId().startsWith("OSL-"), pair.clientId());
        assertEquals("OSL", ask(pair).field("scope"));

        var renewed = AsCaller.call(NATIONAL, () -> clients.renew(NATIONAL, pair.clientId(), 1, NewSecret.random()));
        ask(pair).expect(200);
        ask(renewed).expect(200);

        revoke(pair.clientId());
        revoke(pair.clientId());
        ask(pair).expect(401);
        ask(renewed).expect(401);
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.call(NATIONAL, () -> clients.renew(NATIONAL, pair.clientId(), 1, NewSecret.random())));

        var query = new AuditQuery(null, null, operator.toString(), pair.clientId(), null, null, 0, 10);
        assertEquals(
                List.of(
                        AuditAction.CREDENTIALS_REVOKED,
                        AuditAction.CREDENTIALS_RENEWED,
                        AuditAction.CREDENTIALS_CREATED),
                AsCaller.call(NATIONAL, () -> audit.page(query)).items().stream()
                        .map(AuditLine::action)
                        .toList());
    }

    @Test
    void theCallsOfASoftwareTellWhyEachWasRefused() throws Exception {
        var pair = create(Scope.OSL, operator);
        Partner.askToken(pair.clientId(), "wrong").expect(401);
        var software = Partner.holding(ask(pair))
                .with("editorName", "Ponant")
                .with("applicationName", "Guichet")
                .with("softwareVersion", "4.2");
        var folder = software.get("/folders/Dupont%20@path%20Jeanne?secret=1").expect(400);
        software.get("/folders/" + UUID.randomUUID()).expect(404);

        var seen = Wait.until(() -> calls(pair, null, null), all -> all.size() == 4);
        assertEquals(
                List.of(
                        "404 GET /teledossiers/v1/folders/{folderId}",
                        "400 GET /teledossiers/v1/folders/{folderId}",
                        "200 POST /oauth2/token",
                        "401 POST /oauth2/token"),
                seen.stream()
                        .map(each -> each.status() + " " + each.operation())
                        .toList());
        var refused = seen.get(1);
        assertEquals(new PartnerInfo("Ponant", "Guichet", "4.2"), refused.software());
        assertEquals(folder.response().headers().firstValue("X-Request-Id").orElseThrow(), refused.requestId());
        assertEquals(folder.bytes().length, refused.sent());
        assertEquals("Folder is not found", seen.get(0).message());
        assertEquals("invalid_client", seen.get(3).reason());
        assertFalse(seen.toString().contains("Jeanne"), seen::toString);

        assertEquals(List.of(refused), calls(pair, null, refused.requestId()));
        assertEquals(3, calls(pair, true, null).size());
        assertEquals(List.of(), calls(create(Scope.OSL, operator), null, null));
        Wait.until(() -> counted(pair), "4 calls, 3 refused"::equals);
    }

    String counted(ShownCredentials pair) throws Exception {
        var query = new ApiCallQuery(pair.clientId(), NAME.substring(5), null, null, null, null);
        var hours = AsCaller.call(NATIONAL, () -> calls.hours(NATIONAL, query));
        return hours.stream().mapToLong(HourOfCalls::calls).sum() + " calls, "
                + hours.stream().mapToLong(HourOfCalls::refused).sum() + " refused";
    }

    @Test
    void aCallThatTheApiDoesNotHaveIsNotedWithoutWhatIsInItsPath() throws Exception {
        var pair = create(Scope.OSL, operator);
        var software = Partner.holding(ask(pair));

        var posted = software.post("/folders/" + UUID.randomUUID(), "{}").expect(405);
        software.get("/folder/Jeanne").expect(404);

        var noted = Wait.until(() -> calls(pair, true, null), all -> all.size() == 2);
        assertEquals(
                Set.of("405 POST /teledossiers/v1/folders/{id}", "404 GET /teledossiers/v1/{id}/{id}"),
                noted.stream()
                        .map(each -> each.status() + " " + each.operation())
                        .collect(Collectors.toSet()));
        assertEquals(1, calls(pair, true, posted.header("X-Request-Id")).size());
        assertFalse(noted.toString().contains("Jeanne"), noted::toString);
    }

    @Test
    void aCallIsForgottenAfterSevenDays() throws Exception {
        var pair = create(Scope.OSL, operator);
        Partner.askToken(pair.clientId(), "wrong").expect(401);
        ask(pair).expect(200);
        Wait.until(() -> calls(pair, null, null), all -> all.size() == 2);
        Database.change("insert into api_call_hour values (?, now() - interval '8 days', 1, 1)", pair.clientId());
        Database.change(
                "update api_call set ended_at = now() - interval '1 hour' - interval '1 day' * case status when 401 then 7 else 6 end"
                        + " where client_id = ?",
                pair.clientId());

        AsCaller.run(Caller.HUB, () -> sweep.forgetExpired());
        assertEquals(
                List.of(200),
                calls(pair, null, null).stream().map(ApiCall::status).toList());
        Wait.until(() -> counted(pair), "2 calls, 1 refused"::equals);
    }

    @Test
    void anEditorSeesTheCallsOfCredentialsThatCoverWhatItEditsAlone() throws Exception {
        var editor = Organizations.newEditor();
        var town = NewTown.fresh().registered();
        var own = town.subscribed("EtatCivil");
        var other = town.subscribed("CERTDC");
        var client = "of-several-" + town.companyRegister();
        sql().change("""
                insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes, created_at, version)
                select ?, 'SI', organization_type, company_register, branch_code, array['EtatCivil', 'CERTDC'], now(), 0
                from subscription where id = cast(? as uuid)""", client, own);
        sql().change("""
                insert into api_call (client_id, ended_at, request_id, operation, status, took, received, sent)
                values (?, now(), 'a', 'GET /notifications', 200, 1, 0, 2)""", client);

        edits(editor, own);
        assertEquals(1, calls(Callers.editor(editor), client).size());
        assertThrows(NotAllowed.class, () -> calls(Callers.editor(Organizations.newEditor()), client));
        edits(Organizations.newEditor(), other);
        assertThrows(NotAllowed.class, () -> calls(Callers.editor(editor), client));
        assertEquals(List.of(), calls(Callers.editor(editor), null));
    }

    void edits(OrganizationKey editor, String subscription) throws SQLException {
        sql().change(
                        "update subscription set editor_type = ?, editor_company_register = ?, editor_branch_code = ? where id = cast(? as uuid)",
                        editor.type().name(),
                        editor.companyRegister(),
                        editor.branchCode(),
                        subscription);
    }

    List<ApiCall> calls(Caller caller, String client) throws Exception {
        var query = new ApiCallQuery(client, null, null, null, null, null);
        return AsCaller.call(caller, () -> calls.page(caller, query, 0, 10)).items();
    }

    List<ApiCall> calls(ShownCredentials pair, Boolean refused, String requestId) throws Exception {
        var query = new ApiCallQuery(pair.clientId(), null, null, refused, requestId, null);
        return AsCaller.call(NATIONAL, () -> calls.page(NATIONAL, query, 0, 10)).items();
    }

    @Test
    void theRegisterIsSearched() throws Exception {
        var silent = create(Scope.OSL, operator);
        var other = create(Scope.OSL, operator);
        ask(other).expect(200);
        revoke(silent.clientId());

        var all = found(null, null, null);
        assertEquals(
                List.of(other.clientId(), silent.clientId()),
                all.stream().map(ApiClientLine::clientId).toList());
        assertEquals(NAME, all.get(0).organizationName());
        assertEquals(operator, all.get(0).organization());
        assertEquals("127.0.0.1", all.get(0).lastUse().address());
        assertNull(all.get(1).lastUse());
        assertNotNull(all.get(1).revokedAt());

        assertEquals(
                1, found(other.clientId().toUpperCase(Locale.ROOT), null, null).size());
        assertEquals(2, found("opérateur é%_", null, null).size());
        assertEquals(0, found("opérateur%", null, null).size());
        assertEquals(silent.clientId(), found(null, true, null).get(0).clientId());
        assertEquals(1, found(null, false, null).size());
        assertEquals(0, found(null, null, all.get(1).createdAt()).size());
        assertEquals(
                List.of(silent.clientId()),
                found(null, null, all.get(0).lastUse().at()).stream()
                        .map(ApiClientLine::clientId)
                        .toList());
        assertEquals(
                0,
                found(new ApiClientQuery(Scope.SI, operator, null, null, null, null, false, 0, 10))
                        .size());
        var page = AsCaller.call(
                NATIONAL, () -> clients.page(new ApiClientQuery(null, operator, null, null, null, null, false, 1, 1)));
        assertEquals(2, page.total());
        assertEquals(1, page.items().size());
    }

    @Test
    void theRegisterIsSortedByEachColumnInBothDirections() throws Exception {
        var used = create(Scope.OSL, operator);
        var silent = create(Scope.OSL, operator);
        ask(used).expect(200);
        for (var sort : ApiClientSort.values()) {
            assertEquals(2, sorted(sort, false).size(), sort.name());
            assertEquals(2, sorted(sort, true).size(), sort.name());
        }
        assertEquals(used.clientId(), sorted(ApiClientSort.CREATED, false).get(0));
        assertEquals(silent.clientId(), sorted(ApiClientSort.CREATED, true).get(0));
        assertEquals(used.clientId(), sorted(ApiClientSort.LAST_USE, false).get(0));
        assertEquals(used.clientId(), sorted(ApiClientSort.LAST_USE, true).get(0));
    }

    List<String> sorted(ApiClientSort sort, boolean descending) throws Exception {
        return found(new ApiClientQuery(null, operator, null, null, null, sort, descending, 0, 10)).stream()
                .map(ApiClientLine::clientId)
                .toList();
    }

    @Test
    void aScopeIsGivenToTheOrganisationsThatHaveIt() throws Exception {
        var platform = Organizations.registered(OrganizationType.ADMIN, NAME);

        assertEquals("ADMIN", ask(create(Scope.ADMIN, platform)).field("scope"));
        assertEquals("DATAPASS", ask(create(Scope.DATAPASS, platform)).field("scope"));
        assertTrue(refusal(Scope.ADMIN, operator).contains("de type « ADMIN »"));
        assertTrue(refusal(Scope.OSL, platform).contains("de type « OSL »"));
        assertTrue(refusal(Scope.SI, operator).contains("la page de son abonnement"));
        var unknown = OrganizationKey.parse("OSL-" + NewTown.fresh().companyRegister() + "-00000")
                .orElseThrow();
        assertTrue(refusal(Scope.OSL, unknown).endsWith("n’existe pas : créez-la d’abord."));
    }

    String refusal(Scope scope, OrganizationKey organization) {
        return assertThrows(InvalidRequest.class, () -> create(scope, organization))
                .getMessage();
    }

    @Test
    void onlyTheNationalAdministratorComesHere() {
        var others = Set.of(
                RoleNames.OSL,
                RoleNames.SI,
                RoleNames.DATAPASS,
                RoleNames.BUSINESS,
                RoleNames.EDITOR,
                RoleNames.MANAGE_SUBSCRIPTIONS);
        var query = new ApiClientQuery(null, null, null, null, null, null, false, 0, 1);
        assertFalse(others.contains(RoleNames.ADMIN));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(others, () -> clients.page(query)));
        assertThrows(
                EJBAccessException.class,
                () -> AsCaller.call(others, () -> clients.create(NATIONAL, Scope.OSL, operator, NewSecret.random())));
        assertThrows(
                EJBAccessException.class,
                () -> AsCaller.call(
                        Set.of(RoleNames.OSL, RoleNames.SI, RoleNames.DATAPASS, RoleNames.BUSINESS, RoleNames.EDITOR),
                        () -> clients.renew(NATIONAL, "demo-dila", 0, NewSecret.random())));
        assertThrows(NotFound.class, () -> revoke("nobody"));
    }
}
