package fr.hubee.portal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RefusalHelp.Asked;
import fr.hubee.http.RefusalHelp.Line;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.directory.Correction.KnownProcess;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusedCallTest {
    private static final String DEPOSIT = "POST /teledossiers/v1/folders";
    private static final String EVENT = "POST /teledossiers/v1/cases/{caseId}/events";
    private static final String ID = "01936a0e-7b40-7a01-8c44-1d2e3f4a5b60";
    private static final AttachmentRules FILES = new AttachmentRules(
            List.of("application/xml"), List.of("text/plain"), List.of("DeclarationDeces-XML"), 1_000, false);
    private static final Optional<KnownProcess> CERTDC = Optional.of(new KnownProcess("CERTDC", FILES));
    private static final Optional<OrganizationKey> TOWN =
            Optional.of(new OrganizationKey(OrganizationType.SI, "99000102600014", "99102"));
    private static final Correction OPERATOR = new Correction("OSL", true, true, CERTDC, TOWN);
    private static final Correction SERVICE = new Correction("SI", true, true, CERTDC, Optional.empty());

    private static RefusedCall refused(String reason, String operation, String message, PartnerInfo software) {
        var path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{\\w+}", ID);
        return new RefusedCall(new ApiCall(
                "a-client",
                Instant.EPOCH,
                "an-id",
                operation,
                path,
                400,
                reason + " in A.b",
                message,
                null,
                1,
                2,
                3,
                software,
                0));
    }

    private static RefusedCall refused(String operation, String message) {
        return refused("RULE", operation, message, null);
    }

    private static List<Line> request(Asked asked) {
        return RefusalHelp.of("RULE", asked, Locale.FRENCH).orElseThrow().request();
    }

    private static List<Line> request(RefusedCall call) {
        return request(OPERATOR.of(call).orElseThrow());
    }

    private static String text(List<Line> request, boolean corrected) {
        return request.stream()
                .filter(line -> line.corrected() == corrected)
                .map(Line::text)
                .collect(Collectors.joining());
    }

    @Test
    void theRequestHasTheDemarcheWhatItAllowsAndAnOrganisationThatIsSubscribed() {
        var call = refused(DEPOSIT, "Attachment type … is not enabled for process CERTDC");
        assertEquals(Optional.of("CERTDC"), call.process());
        var request = request(call);
        assertEquals("    \"type\" : \"DeclarationDeces-XML\",\n", text(request, true));
        var rest = text(request, false);
        assertTrue(rest.contains("\"processCode\" : \"CERTDC\""), rest);
        assertTrue(rest.contains("\"mimeType\" : \"application/xml\""), rest);
        assertTrue(rest.contains("\"size\" : 1000,"), rest);
        assertTrue(rest.contains("\"companyRegister\" : \"99000102600014\""), rest);
    }

    @Test
    void withoutARecipientNoDepositWouldBeAccepted() {
        var call = refused(DEPOSIT, "Process Jeanne does not exist");
        assertEquals(Optional.of("Jeanne"), call.process());
        assertEquals(Optional.empty(), new Correction("OSL", true, true, Optional.empty(), Optional.empty()).of(call));
        assertEquals("  \"processCode\" : \"CERTDC\",\n", text(request(call), true));
    }

    @Test
    void aRecipientThatIsNotSubscribedIsMarkedForTheDemarche() {
        var call = refused(
                DEPOSIT,
                "Case recipient SI-99000101800011-99101 does not suscribed to CERTDC"); // the contract's spelling
        assertEquals(Optional.of("CERTDC"), call.process());
        assertEquals("    \"recipient\" : {\n", text(request(call), true));
    }

    @Test
    void theSoftwareDescribesItselfAsItDid() {
        var call = refused(
                "PARAMETER_UNKNOWN",
                "GET /teledossiers/v1/notifications",
                "Query parameter 'maxresult' is unexpected on path \"…\"",
                new PartnerInfo("L'atelier $(id)", "Mairie+", null));
        var request = text(request(call), false);
        assertTrue(
                request.contains("-H 'editorName: L'\\''atelier $(id)' \\\n  -H 'applicationName: Mairie+'"), request);
        assertFalse(request.contains("softwareVersion"), request);
    }

    @Test
    void whatIsMissingIsMarked() {
        var call = refused(
                DEPOSIT,
                "[ERROR][REQUEST][POST /teledossiers/v1/folders @body] Object has missing required properties ([\"cases\",\"processCode\"])");
        assertEquals(
                List.of("@body: Object has missing required properties ([\"cases\",\"processCode\"])"),
                call.findings());
        assertEquals(List.of("body/cases", "body/processCode"), call.places());
    }

    @Test
    void aKeyThatWasUsedBeforeIsReplacedByAnother() {
        var call = refused(DEPOSIT, "Idempotency-Key was used for another request");
        var marked = text(request(call), true);
        assertTrue(marked.matches("  -H 'Idempotency-Key: [0-9a-f-]{36}' \\\\\n"), marked);
    }

    @Test
    void onlyAScopeOfTheOperationGetsARequest() {
        var call = refused("BODY_INVALID", DEPOSIT, "", null);
        assertTrue(OPERATOR.of(call).isPresent());
        assertEquals(
                Optional.empty(),
                new Correction("SI", true, true, CERTDC, TOWN).of(call),
                "a service that deposits is refused again");
        assertEquals(Optional.empty(), OPERATOR.of(refused("RIGHT_MISSING", DEPOSIT, "Unauthorized user", null)));
    }

    @Test
    void nothingCorrectsAStateOrAnIdentifier() {
        for (var text : List.of("Case is archived", "Process CERTDC does not allow messages")) {
            assertEquals(Optional.empty(), SERVICE.of(refused(EVENT, text)), text);
        }
        var closed = new Correction("SI", true, false, CERTDC, Optional.empty());
        assertTrue(SERVICE.of(refused("BODY_INVALID", EVENT, "", null)).isPresent());
        assertEquals(Optional.empty(), closed.of(refused("BODY_INVALID", EVENT, "", null)));
        var upload = "PUT /teledossiers/v1/folders/{folderId}/attachments/{attachmentId}";
        assertTrue(OPERATOR.of(refused(upload, "Size does not match with attachment meta-data"))
                .isPresent());
        var received = new Correction("OSL", true, false, CERTDC, TOWN);
        assertEquals(Optional.empty(), received.of(refused(upload, "Size does not match with attachment meta-data")));
        var test = "POST /feed/v1/endpoints/{endpointId}/test";
        assertEquals(Optional.empty(), SERVICE.of(refused(test, "The endpoint is TO_PROVE")));
        assertEquals(
                Optional.empty(),
                OPERATOR.of(refused("BODY_INVALID", DEPOSIT, "Test bench: Bad request", null)),
                "nothing was wrong in what the test bench refused");
    }

    @Test
    void aFileOfAnEventHasAFormatOfItsSender() {
        var call = refused(EVENT, "Attachment format image/gif is not enabled for process CERTDC");
        var marked = text(request(SERVICE.of(call).orElseThrow()), true);
        assertEquals("    \"mimeType\" : \"text/plain\"\n", marked);
        var none = new AttachmentRules(List.of("application/xml"), List.of(), List.of(), 1_000, false);
        var withoutFiles =
                new Correction("SI", true, true, Optional.of(new KnownProcess("CERTDC", none)), Optional.empty());
        assertEquals(Optional.empty(), withoutFiles.of(call));
    }

    @Test
    void aTokenNeedsASecretThatIsEnough() {
        var call = refused("invalid_scope", "POST /oauth2/token", "The scope is not one of this client", null);
        assertTrue(SERVICE.of(call).isPresent());
        assertEquals(Optional.empty(), new Correction("SI", false, true, CERTDC, Optional.empty()).of(call));
        assertEquals(
                Optional.empty(), SERVICE.of(refused("too_many_attempts", "POST /oauth2/token", "Too many", null)));
    }
}
