package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.Wait;
import fr.hubee.it.attack.Stranger;
import fr.hubee.it.portal.CorrectedRequest;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PassedBench;
import fr.hubee.it.world.Trouble;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The requests that the contracts show are sent, and the answers are those that they show. */
class ContractExamplesIT extends OverHttp {
    /** They need a hub in trouble or a slow network: other tests expect the same texts. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "BodyTooSlow", Trouble.SLOW,
            "InsufficientStorage", Trouble.NO_STORAGE,
            "InternalServerError", Trouble.FAILED,
            "TooManyBodies", Trouble.NO_PLACE,
            "ServiceUnavailable", Trouble.AWAY,
            "createToken 503 unavailable", Trouble.TOKEN_AWAY,
            "createTokenAtFormerAddress 503 unavailable", Trouble.TOKEN_AWAY);

    /** The parameter that leads nowhere. */
    private static final Map<String, String> MISSING = Map.ofEntries(
            Map.entry("BinaryMetadataNotFound", "attachmentId"),
            Map.entry("CaseNotFound", "caseId"),
            Map.entry("CertificateNotFound", "id"),
            Map.entry("EndpointNotFound", "endpointId"),
            Map.entry("EventNotFound", "eventId"),
            Map.entry("FileNotFound", "attachmentId"),
            Map.entry("FolderNotFound", "folderId"),
            Map.entry("NotificationNotFound", "notificationId"),
            Map.entry("OrganizationNotFound", "id"),
            Map.entry("ProcessNotFound", "code"),
            Map.entry("RunNotFound", "runId"),
            Map.entry("SubscriptionNotFound", "subscriptionId"),
            Map.entry("UploadNotFound", "uploadId"));

    private static final String DILA =
            "{\"type\":\"OSL\",\"companyRegister\":\"99000001000019\",\"branchCode\":\"00000\"}";

    private static final Pattern VALIDATED =
            Pattern.compile("\\[ERROR\\]\\[REQUEST\\]\\[(\\w+) (\\S+) @(\\w+)(?:\\.(\\w+))?\\] (.*)");

    private final Partner osl = Partner.of("demo-dila")
            .with("editorName", "Atelier")
            .with("applicationName", "Depot")
            .with("softwareVersion", "1.8.3");
    private final Partner si = Partner.of("demo-valbourg-etatcivil")
            .with("editorName", "Logiciels du Val")
            .with("applicationName", "Guichet")
            .with("softwareVersion", "4.2.0");
    private final Partner admin = Partner.of("demo-admin");
    private ShownContract contract;

    private static Answer send(Partner partner, String method, String path, String body) {
        var api = switch (path.split("/", -1)[1]) {
            case "referential" -> partner.atReferential();
            case "feed" -> partner.atFeed();
            case "bench" -> partner.atBench();
            default -> partner;
        };
        var request = api.request(path.replaceFirst("^/\\w+/v1", "")).header("Content-Type", "application/json");
        return Partner.send(request.method(method, BodyPublishers.ofString(body)));
    }

    private Answer send(Partner partner, String id, String body) {
        var operation = contract.operation(id);
        return send(asked(partner, operation), operation.method(), operation.path(), body);
    }

    /** Sends the request that is shown, and compares the answer. */
    private Answer plays(Partner partner, String id, int status) {
        var operation = contract.operation(id);
        var answer = send(partner, id, operation.request(null));
        return status == 204 ? answer.expect(204) : operation.requires(status, null, answer);
    }

    private static Partner asked(Partner partner, ShownContract.Operation operation) {
        return operation.id().endsWith("ByPost") ? partner.with("X-HTTP-Method-Override", "PATCH") : partner;
    }

    private void refuses(Partner partner, String id, String name, UnaryOperator<String> wrong) {
        var operation = contract.operation(id);
        operation.requires(400, name, send(partner, id, wrong.apply(operation.request(null))));
    }

    private void refuses(Partner partner, String id, String name) {
        refuses(partner, id, name, request -> request);
    }

    /** Checks all that is refused alike: no token, another scope, nothing there, and a text that breaks the contract. */
    private void refusesWhatEachRefuses(Partner allowed, Partner outsider) {
        for (var operation : contract.operations) {
            if (operation.path().contains("/v1/")) {
                var unknown = Partner.withToken(Partner.address(), "unknown");
                operation.requires(401, "InvalidCredentials", send(unknown, operation.id(), operation.request(null)));
                operation.requires(403, "UnauthorizedUser", send(outsider, operation.id(), operation.request(null)));
                operation.examples().forEach((name, example) -> {
                    var text = example.at("/errors/0/message").asText();
                    var told = VALIDATED.matcher(text);
                    if (told.find() && operation.isCalled(told.group(1), told.group(2))) {
                        operation.requires(400, name.replaceFirst(".* ", ""), breaking(allowed, operation, told));
                    } else if (text.endsWith(" is not found")) {
                        operation.requires(404, name, missing(allowed, operation, name));
                    }
                });
            }
        }
    }

    /** Calls faster than its client may, and sends a body only in part. */
    private void refusesHaste(String reading, String writing, String client) throws IOException {
        Database.change("update api_client set calls_per_second = 1 where client_id = 'demo-rsa'");
        try {
            var hasty = Partner.signIn(Partner.address(), "demo-rsa");
            var refused = Stream.generate(() -> send(hasty, reading, ""))
                    .limit(200)
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();
            contract.operation(reading).requires(429, "TooManyRequests", refused);
        } finally {
            Database.change("update api_client set calls_per_second = null where client_id = 'demo-rsa'");
        }
        var operation = contract.operation(writing);
        if (operation.examples().containsKey("BodyIncomplete")) {
            try (var connection = new RawConnection()) {
                var answer = connection
                        .say(operation.method() + " " + operation.path()
                                + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                                + Partner.newToken(client)
                                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                        .finish()
                        .answer();
                operation.requires(
                        400,
                        "BodyIncomplete",
                        new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n"))));
            }
        }
    }

    private Answer missing(Partner partner, ShownContract.Operation operation, String name) {
        var parameter = MISSING.get(name);
        var path = operation.path(
                parameter,
                name.startsWith("Organization")
                        ? "SI-99000199200017-99199"
                        : name.startsWith("Process")
                                ? "unknown"
                                : UUID.randomUUID().toString());
        if (path.endsWith("/migrate")) {
            return send(
                    partner,
                    "PUT",
                    path,
                    operation.request(null).replace(contract.here("99000102600014"), "99000199200017"));
        }
        var author = operation.id().equals("putEventAttachment") ? si : partner;
        var body = operation.request(null);
        if (path.endsWith("-99199")) { // a body has the key of its path
            body = body.replace(contract.here("99000101800011"), "99000199200017")
                    .replace("\"99101\"", "\"99199\"");
        } else if (operation.id().equals("updateProcess")) {
            body = body.replaceFirst("\"code\":\"[^\"]*", "\"code\":\"" + path.replaceFirst(".*/", ""));
        }
        return send(asked(author, operation), operation.method(), path, body);
    }

    /** Sends what an example of a refusal says was wrong. */
    private Answer breaking(Partner partner, ShownContract.Operation operation, Matcher told) {
        var path = contract.here(told.group(2));
        var body = operation.request(null);
        switch (told.group(3)) {
            case "body" -> {
                var missing = told.group(5).replaceAll("^[^\"]*\"(\\w+)\".*$", "$1");
                body = body.replaceFirst("\"" + missing + "\"", "\"other\"");
            }
            case "query" -> path += "?" + told.group(4) + "=x";
            default -> {} // the path itself
        }
        return send(asked(partner, operation), told.group(1), path, body);
    }

    // the Télédossiers API

    private static byte[] pdf(int size) {
        return Arrays.copyOf("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), size);
    }

    private String notified(Partner partner, String name, String query, String caseId) {
        for (var entry : partner.get("/notifications?maxResult=10000" + query).json()) {
            if (entry.path("caseId").asText().equals(caseId)) {
                contract.operation("getNotifications")
                        .requires(
                                200, name, JsonNodeFactory.instance.arrayNode().add(entry));
                return entry.path("id").asText();
            }
        }
        throw new AssertionError("nothing of " + caseId);
    }

    private String deposited(int status, Partner partner, String id) {
        var answer = plays(partner, id, status);
        contract.means("{folderId}", answer.field("id"))
                .means("{caseId}", answer.field("cases/0/id"))
                .means("{attachmentId}", answer.field("attachments/0/id"));
        return answer.field("cases/0/id");
    }

    @Test
    void theTeledossiersApiAnswersAsItsExamples() throws Exception {
        contract = new ShownContract("teledossiers.yaml");
        var begun = Database.text("select now()");
        refusesDeposits();
        var caseId = deposited(201, osl, "createFolder");
        plays(osl, "getFolder", 200);
        refusesUploads();
        refuses(osl, "patchFolder", "FolderNotCompleted", body -> body.replace("HUBEE_COMPLETED", "CLOSED"));
        osl.upload(path("putFolderAttachment"), pdf(48213)).expect(204);
        plays(osl, "getFolderVerdicts", 200);
        plays(osl, "patchFolder", 204);
        plays(osl, "getFolderReceipts", 200);
        plays(si, "getCaseReceipts", 200);
        refuses(osl, "patchFolder", "FolderStatusNotSettable", body -> body.replace("COMPLETED", "RECEIVED"));
        contract.operation("putFolderAttachment")
                .requires(400, "AlreadyReceived", osl.upload(path("putFolderAttachment"), pdf(48213)));
        refuses(osl, "deleteFolder", "FolderNotDeletable");

        contract.means("{notificationId}", notified(si, "plain", "", caseId));
        plays(si, "deleteNotification", 204);
        si.patch(path("patchCase"), "{\"status\": \"SI_RECEIVED\"}").expect(204);
        refuses(si, "patchCase", "CaseStatusNotSettable", body -> body.replace("IN_PROGRESS", "HUBEE_RECEIVED"));
        refusesEvents();
        contract.means("{eventId}", plays(si, "createEvent", 201).field("id"));
        plays(si, "getCase", 200);
        plays(si, "getCaseVerdicts", 200);
        plays(osl, "getEvent", 200);
        contract.means("{notificationId}", notified(osl, "eventDetails", "&eventDetails=true", caseId));
        refuses(osl, "patchEvent", "EventStatusNotSettable", body -> body.replace("RECEIVED", "IN_PROGRESS"));
        refuses(si, "deleteEvent", "EventNotDeletable");
        plays(osl, "patchEvent", 204);
        contract.operation("getNotifications")
                .requires(200, "empty", Partner.of("demo-trois-vallons").get("/notifications"));
        contract.operation("getCaseAttachment")
                .requires(
                        416,
                        "RangeNotSatisfiable",
                        si.with("Range", "bytes=50000-").get(path("getCaseAttachment")));
        contract.operation("patchCaseByPost")
                .requires(
                        405,
                        "MethodNotAllowed",
                        si.with("X-HTTP-Method-Override", "DELETE").post(path("patchCase"), "{}"));

        refusesWhatEachRefuses(admin, Partner.of("demo-datapass"));
        refusesHaste("getNotifications", "createFolder", "demo-dila");
        osl.patch("/cases/" + caseId, "{\"status\": \"CLOSED\"}").expect(204);
        only("getAttachmentsToPurge", send(si, "getAttachmentsToPurge", "").json(), "case_id", caseId);
        plays(si, "confirmAttachmentsPurged", 204);
        var night = purged();
        only("getDeletionCertificates", send(osl, "getDeletionCertificates", "").json(), "id", night);
        refusesFilesOfServices();
        migrates();
        tokens();
        assertEquals("", contract.wrong());
        assertEachWasCompared();
        eachCorrectionIsAccepted(begun);
    }

    /** Each refusal of the examples has its page, and what that page shows as corrected is accepted. */
    private static void eachCorrectionIsAccepted(String begun) {
        var played = CorrectedRequest.play(begun, pdf(48213));
        assertEquals(List.of(), played.refusedAgain(), played::toString);
        assertTrue(played.accepted() >= 20, played::toString);
    }

    /** Writes what a purge writes into the journal, and returns its name. */
    private static String purged() {
        var run = UUID.randomUUID().toString();
        var changes = Stream.of("run=" + run, "certificate=" + UUID.randomUUID(), "rule=SI", "items=1", "bytes=10")
                .map(each -> each.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Arrays.asList(null, pair[1])));
        for (var each : List.of("from", "to")) {
            changes.put(each, Arrays.asList(null, "2026-11-24T10:00:00Z"));
        }
        for (var each : List.of("sha256", "keysSha256")) {
            changes.put(each, Arrays.asList(null, "00".repeat(32)));
        }
        changes.put("keys", Arrays.asList(null, "0"));
        Database.change(
                "call append_to_journal('FILES_PURGED', 'hubee', null, null, ?, ?, 'EtatCivil', null, ?::uuid)",
                new ObjectMapper().valueToTree(changes).toString(),
                "OSL-99000001000019-00000",
                UUID.randomUUID());
        return run;
    }

    /** Compares the entry of a list that has this. */
    private void only(String id, JsonNode list, String field, String value) {
        for (var entry : list) {
            if (entry.path(field).asText().equals(value)) {
                contract.operation(id)
                        .requires(
                                200, null, JsonNodeFactory.instance.arrayNode().add(entry));
            }
        }
    }

    private void assertEachWasCompared() throws IOException {
        for (var operation : contract.operations) {
            for (var name : operation.examples().keySet()) {
                if (ELSEWHERE.containsKey(name)) {
                    operation.requires(
                            503, name.replaceFirst(".* ", ""), new ObjectMapper().readTree(ELSEWHERE.get(name)));
                }
            }
        }
        var all = new TreeSet<>(contract.compared());
        all.retainAll(contract.examples());
        assertEquals(contract.examples(), all);
    }

    private String path(String id) {
        return contract.operation(id).path().replaceFirst("^/\\w+/v1", "");
    }

    private void refusesDeposits() {
        var create = "createFolder";
        refuses(
                osl,
                create,
                "RecipientUnknown",
                body -> body.replace("99000101800011", "99000199200017").replace("99101", "99199"));
        refuses(osl, create, "ProcessUnknown", body -> body.replace("\"EtatCivil\"", "\"EtatCivil2\""));
        refuses(osl, create, "ProcessNotActivated", body -> body.replace("\"EtatCivil\"", "\"DDmariage\""));
        refuses(osl, create, "TypeNotEnabled", body -> body.replace("ActeEtatCivil-PDF", "autre"));
        refuses(osl, create, "FormatNotEnabled", body -> body.replace("application/pdf", "image/png"));
        refuses(osl, create, "SizeNotEnabled", body -> body.replace("48213", "209715200"));
        refuses(
                osl,
                create,
                "CaseTwice",
                body -> body.replaceFirst("\"cases\":\\[(.*?)\\],\"attach", "\"cases\":[$1,$1],\"attach"));
        refuses(
                osl,
                create,
                "AttachmentRecipientTwice",
                body -> body.replaceFirst("\"recipients\":\\[(.*?)\\]", "\"recipients\":[$1,$1]"));
        refuses(
                osl,
                create,
                "AttachmentRecipientUnknown",
                body -> body.replaceFirst("\"recipients\":\\[.*?\\]", "\"recipients\":[\"x\"]"));
        refuses(osl.with("Idempotency-Key", "x".repeat(256)), create, "IdempotencyKeyInvalid");
        refuses(
                Partner.of("demo-dgs"),
                create,
                "RecipientNotSubscribed",
                body -> certdc(body).replace("99000101800011", "99000106700018").replace("99101", "99106"));
        var again = osl.with("Idempotency-Key", UUID.randomUUID().toString());
        var operation = contract.operation(create);
        send(again, create, operation.request(null)).expect(201);
        operation.requires(
                422,
                "IdempotencyKeyReused",
                send(again, create, operation.request(null).replace("Camille", "Zoé")));
        operation.requires(413, "PayloadTooLarge", send(osl, create, " ".repeat(5_300_000)));
    }

    private static String certdc(String body) {
        return body.replace("EtatCivil\"", "CERTDC\"").replace("ActeEtatCivil-PDF", "DD_Certificatdedeces");
    }

    private void refusesUploads() {
        var operation = contract.operation("putFolderAttachment");
        var path = path("putFolderAttachment");
        operation.requires(400, "SizeMismatch", osl.upload(path, pdf(10)));
        operation.requires(400, "DigestMismatch", osl.with("digest", "x").upload(path, pdf(48213)));
        operation.requires(400, "MimeTypeMismatch", osl.upload(path, new byte[48213]));
    }

    private void refusesEvents() {
        var create = "createEvent";
        var operation = contract.operation(create);
        var deposit = operation.request("deposit");
        refuses(si, create, "SiFilesNotEnabled", body -> deposit);
        refuses(si, create, "FileWithoutDeposit", body -> deposit.replace("ATTACH_DEPOSIT", "STATUS_UPDATE"));
        refuses(si, create, "DepositWithoutFile", body -> body.replace("STATUS_UPDATE", "ATTACH_DEPOSIT"));
    }

    /** A service may send files of one démarche, and no message in another. */
    private void refusesFilesOfServices() {
        var town = Partner.of("demo-valbourg-recensement");
        var recensement = Deposit.complete(dila, "recensementCitoyen", "10870-XML", "99101");
        contract.means("{caseId}", recensement.caseId());
        var create = contract.operation("createEvent");
        contract.means(
                "{eventId}",
                send(town, "createEvent", create.request("deposit")).expect(201).field("id"));
        refuses(town, "patchEvent", "EventFilesMissing", body -> body.replace("RECEIVED", "SENT"));
        refuses(admin, "patchEvent", "EventNotSent");
        contract.means(
                "{caseId}",
                Deposit.complete(Partner.of("demo-dgs"), "CERTDC", "VA_CertificatdeDeces", "99101")
                        .caseId());
        refuses(
                Partner.of("demo-valbourg-certdc"),
                "createEvent",
                "MessageNotAllowed",
                body -> create.request("message"));
    }

    private void migrates() {
        var source = NewTown.fresh().registered();
        var target = NewTown.fresh().registered();
        source.inService("EtatCivil", "API");
        target.inService("EtatCivil", "API");
        Deposit.complete(dila, "EtatCivil", "ActeEtatCivil-XML", source);
        contract.means("99000102600014", source.companyRegister())
                .means("99000101800011", target.companyRegister())
                .means("\"99102\"", "\"77372\"")
                .means("\"99101\"", "\"77372\"");
        refuses(
                admin,
                "migrateCases",
                "MigrationNotPossible",
                body -> body.replaceFirst(Pattern.quote(source.key().replace(" ", "")), DILA));
        plays(admin, "migrateCases", 200);
    }

    private void tokens() throws IOException {
        for (var operation :
                List.of(contract.operation("createToken"), contract.operation("createTokenAtFormerAddress"))) {
            var given = token(operation, "demo-dila", "grant_type=client_credentials&scope=OSL");
            var stranger = "demo-" + UUID.randomUUID();
            contract.means("demo-unknown", stranger);
            contract.means("demo-only-6b1f0c9a52e84d37", given.field("access_token"));
            operation.requires(200, null, given);
            operation.requires(400, "unsupportedGrant", token(operation, "demo-dila", "grant_type=password"));
            operation.requires(
                    400, "invalidScope", token(operation, "demo-dila", "grant_type=client_credentials&scope=SI"));
            var guesser = new Stranger("127.71.9." + operation.path().length());
            var guessed = Stream.generate(() -> guesser.send(
                            "POST", operation.path(), Map.of("Authorization", Partner.basic(stranger, "x")), "a=b"))
                    .limit(20)
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();
            operation.requires(429, "tooManyAttempts", new ObjectMapper().readTree(guessed.body()));
            operation.requires(413, "tooLarge", token(operation, "demo-dila", "x".repeat(20_000)));
            operation.requires(
                    401,
                    "missingClient",
                    Partner.send(Partner.form(operation.path(), "grant_type=client_credentials")));
            operation.requires(
                    401,
                    "invalidClient",
                    Partner.send(Partner.form(operation.path(), "grant_type=client_credentials")
                            .header("Authorization", Partner.basic(stranger, "x"))));
            operation.requires(
                    400,
                    "invalidRequest",
                    Partner.send(Partner.to(operation.path())
                            .header("Content-Type", "application/json")
                            .header("Authorization", Partner.basic("demo-dila", Partner.secret("demo-dila")))
                            .POST(BodyPublishers.ofString("{"))));
        }
    }

    private static Answer token(ShownContract.Operation operation, String client, String form) {
        return Partner.send(Partner.form(operation.path(), form)
                .header("Authorization", Partner.basic(client, Partner.secret(client))));
    }

    // the Referential API

    private Answer found(String id, String query) {
        var operation = contract.operation(id);
        return operation.requires(200, null, send(admin, "GET", operation.path() + "?" + query, ""));
    }

    @Test
    void theReferentialApiAnswersAsItsExamples() throws Exception {
        contract = new ShownContract("referential.yaml");
        var town = NewTown.fresh().companyRegister();
        var name = "SI-" + town + "-99101";
        contract.means("99000101800011", town)
                .means("EtatCivil", "T" + town)
                .means("990042", town.replaceFirst("^0+", ""));
        plays(admin, "createOrganization", 201);
        refuses(admin, "createOrganization", "OrganizationExists");
        contract.means("{id}", name);
        plays(admin, "getOrganization", 200);
        found("listOrganizations", "company_register=" + town);
        plays(admin, "updateOrganization", 200);
        refuses(admin, "updateOrganization", "OrganizationIdentity", body -> body.replace("\"99101\"", "\"99102\""));

        plays(admin, "createProcess", 201);
        refuses(admin, "createProcess", "ProcessExists");
        contract.means("{code}", "T" + town);
        plays(admin, "getProcess", 200);
        var processes = contract.operation("listProcesses").path() + "?companyRegister=99000001000019";
        only("listProcesses", send(admin, "GET", processes, "").json(), "code", "T" + town);
        plays(admin, "updateProcess", 200);
        refuses(admin, "updateProcess", "ProcessIdentity", body -> body.replace("\"code\":\"T", "\"code\":\"U"));

        var create = "createSubscription";
        refuses(admin, create, "FirstStatus", body -> body.replace("Inactif", "Actif"));
        refuses(admin, create, "RejectionReasonRequired", body -> body.replace("Inactif", "Refusé"));
        refuses(
                admin,
                create,
                "ProcessUnknown",
                body -> body.replace("\"processCode\":\"T" + town, "\"processCode\":\"" + contract.here("EtatCivil2")));
        refuses(
                admin,
                create,
                "ProcessNotActivated",
                body -> body.replace("\"processCode\":\"T" + town, "\"processCode\":\"DDmariage"));
        refuses(
                admin,
                create,
                "OrganizationUnknown",
                body -> body.replace(town, "99000199200017")
                        .replace("T99000199200017", "T" + town)
                        .replace("\"99101\"", "\"99199\""));
        refuses(
                admin,
                create,
                "DelegationActorInvalid",
                body -> body.replace("\"companyRegister\":null", "\"companyRegister\":\"99000199200017\""));
        contract.means("{subscriptionId}", plays(admin, create, 201).field("id"));
        assertEquals("", contract.wrong());
        refuses(admin, create, "SubscriptionExists");
        contract.operation("getSubscription").requires(200, "SubscriptionTold", send(admin, "getSubscription", ""));
        found("listSubscriptions", "companyRegister=" + town);
        var update = contract.operation("updateSubscription");
        update.requires(200, "SubscriptionTold", send(admin, update.id(), update.request(null)));
        refuses(admin, update.id(), "SubscriptionIdentity", body -> body.replace("\"99101\"", "\"99102\""));
        refuses(
                admin,
                update.id(),
                "EmailRequired",
                body -> body.replace("Inactif", "Actif").replaceFirst("\"email\":\"[^\"]*\"", "\"email\":null"));
        send(
                        admin,
                        update.id(),
                        update.request(null)
                                .replace("Inactif", "Refusé")
                                .replace("\"rejectionReason\":null", "\"rejectionReason\":\"x\""))
                .expect(200);
        refuses(admin, update.id(), "StatusOrder", body -> body.replace("Inactif", "Actif"));

        var again = admin.with("Idempotency-Key", UUID.randomUUID().toString());
        var organization = contract.operation("createOrganization");
        var other = NewTown.fresh().companyRegister();
        send(again, "createOrganization", organization.request(null).replace(town, other))
                .expect(201);
        organization.requires(
                422, "IdempotencyKeyReused", send(again, "createOrganization", organization.request(null)));
        organization.requires(413, "PayloadTooLarge", send(admin, "createOrganization", " ".repeat(5_300_000)));
        refusesHaste("listProcesses", "createOrganization", "demo-admin");
        refusesWhatEachRefuses(admin, Partner.of("demo-rochelande"));
        assertEquals("", contract.wrong());
        assertEachWasCompared();
    }

    // the feed

    @Test
    void theFeedAndItsEndpointsAnswerAsTheirExamples() throws Exception {
        contract = new ShownContract("feed.yaml");
        contract.means("guichet.valbourg.example", UUID.randomUUID() + ".example");
        var create = contract.operation("createEndpoint");
        var created = send(si, create.id(), create.request(null)).expect(201);
        var shown = create.examples().get("createEndpoint 201");
        contract.means("{endpointId}", created.field("id"))
                .means(shown.path("secret").asText(), created.field("secret"))
                .means(shown.at("/publicKeys/0").asText(), created.field("publicKeys/0"));
        create.requires(201, null, created);
        plays(si, "getEndpoint", 200);
        only("getEndpoints", send(si, "getEndpoints", "").json(), "id", created.field("id"));
        var attempt = contract.operation("getEndpointAttempts")
                .examples()
                .get("getEndpointAttempts 200")
                .path(0);
        Database.change(
                "insert into webhook_attempt select ?::uuid, ?::uuid, ?, now(), ?, ?, ?, ''",
                created.field("id"),
                attempt.path("eventId").asText(),
                attempt.path("type").asText(),
                attempt.path("status").asInt(),
                attempt.path("failure").asText(),
                attempt.path("milliseconds").asInt());
        only(
                "getEndpointAttempts",
                send(si, "getEndpointAttempts", "").json(),
                "eventId",
                attempt.path("eventId").asText());
        plays(si, "changeEndpoint", 200);
        var renew = contract.operation("renewEndpointSecret");
        var renewed = send(si, renew.id(), "").expect(200);
        shown = renew.examples().get("renewEndpointSecret 200");
        contract.means(shown.path("secret").asText(), renewed.field("secret"))
                .means(shown.at("/publicKeys/0").asText(), renewed.field("publicKeys/0"));
        renew.requires(200, null, renewed);
        contract.operation("getEvents")
                .requires(400, "CursorInvalid", si.atFeed().get("/events?cursor=x"));
        create.requires(413, "PayloadTooLarge", send(si, create.id(), " ".repeat(5_300_000)));
        refusesHaste("getEndpoints", "createEndpoint", "demo-dila");
        refusesWhatEachRefuses(si, Partner.of("demo-datapass"));
        plays(si, "deleteEndpoint", 204);
        var next = FeedIT.Reader.next(si.atFeed().get("/events").expect(200));
        Database.change("update feed_head set epoch = gen_random_uuid()"); // as a restore does
        Wait.until(() -> si.atFeed().get(next).status() == 410);
        contract.operation("getEvents").requires(410, null, si.atFeed().get(next));
        assertEquals("", contract.wrong());
        assertEachWasCompared();
    }

    /** Leaves out the steps after the first one, as the examples do. */
    private static JsonNode firstStep(Answer runs) {
        var json = runs.json();
        var steps = (ArrayNode) json.at("/scenarios/0/steps");
        while (steps.size() > 1) {
            steps.remove(1);
        }
        return json;
    }

    @Test
    void theBenchAnswersAsItsExamples() throws Exception {
        contract = new ShownContract("bench.yaml");
        only("getScenarios", send(si, "getScenarios", "").json(), "name", "nominal");
        var start = contract.operation("startRuns");
        var started = send(si, start.id(), start.request(null)).expect(201);
        contract.means("{runId}", started.field("id"));
        start.requires(201, null, firstStep(started));
        Wait.until(() -> {
            var run = send(si, "getRuns", "").json().at("/scenarios/0");
            return run.path("state").asText().equals("RUNNING")
                    && run.at("/steps/0/state").asText().equals("DONE");
        });
        contract.operation("getRuns").requires(200, null, firstStep(send(si, "getRuns", "")));
        plays(si, "stopRuns", 204);
        var passed = si.atBench().get("/scenarios").each("name");
        PassedBench.with("demo-valbourg-etatcivil", passed, "Ponant", "Connecteur", "1.0");
        var issue = contract.operation("issueCertificate");
        var connector = Partner.of("demo-valbourg-etatcivil")
                .with("editorName", "Ponant")
                .with("applicationName", "Connecteur")
                .with("softwareVersion", "1.0");
        var issued = send(connector, issue.id(), issue.request(null)).expect(201);
        contract.means(issue.examples().get("issueCertificate 201").path("jws").asText(), issued.field("jws"));
        issue.requires(201, null, issued);

        refusesHaste("getScenarios", "startRuns", "demo-dila");
        contract.operation("startRuns").requires(413, "PayloadTooLarge", send(si, "startRuns", " ".repeat(5_300_000)));
        refusesWhatEachRefuses(si, Partner.of("demo-datapass"));
        assertEquals("", contract.wrong());
        assertEachWasCompared();
    }
}
