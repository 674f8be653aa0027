package fr.hubee.portal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RefusalHelp.Line;
import fr.hubee.kernel.security.PartnerInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusedCallTest {
    private static final String DEPOSIT = "POST /teledossiers/v1/folders";
    private static final AttachmentRules FILES =
            new AttachmentRules(List.of("application/xml"), List.of(), List.of("DeclarationDeces-XML"), 1_000, false);

    private static RefusedCall refused(String operation, String message, PartnerInfo software) {
        return new RefusedCall(new ApiCall(
                "a-client", Instant.EPOCH, "an-id", operation, null, 400, "RULE in A.b", message, null, 1, 2, 3, software));
    }

    private static List<Line> request(RefusedCall call, String process) {
        return RefusalHelp.of(
                        "RULE", call.asked(process, Optional.ofNullable(process).map(any -> FILES)), Locale.FRENCH)
                .orElseThrow()
                .request();
    }

    private static String text(List<Line> request, boolean corrected) {
        return request.stream()
                .filter(line -> line.corrected() == corrected)
                .map(Line::text)
                .collect(Collectors.joining());
    }

    @Test
    void theRequestHasTheDemarcheThatTheRuleNamesAndWhatItAllows() {
        var call = refused(DEPOSIT, "Attachment type … is not enabled for process CERTDC", null);
        assertEquals(Optional.of("CERTDC"), call.process());
        var request = request(call, "CERTDC");
        assertEquals("    \"type\" : \"DeclarationDeces-XML\",\n", text(request, true));
        assertTrue(text(request, false).contains("\"processCode\" : \"CERTDC\""), request::toString);
        assertTrue(text(request, false).contains("\"mimeType\" : \"application/xml\""), request::toString);
    }

    @Test
    void withoutADemarcheItHasTheValuesOfTheContract() {
        var call = refused(DEPOSIT, "Process Jeanne does not exist", null);
        assertEquals(Optional.of("Jeanne"), call.process());
        assertEquals("  \"processCode\" : \"EtatCivil\",\n", text(request(call, null), true));
    }

    @Test
    void aRecipientThatIsNotSubscribedIsMarkedForTheDemarche() {
        var call = refused(
                DEPOSIT,
                "Case recipient SI-99000101800011-99101 does not suscribed to CERTDC",
                null); // the contract's spelling
        assertEquals(Optional.of("CERTDC"), call.process());
        assertEquals("    \"recipient\" : {\n", text(request(call, "CERTDC"), true));
    }

    @Test
    void theSoftwareDescribesItselfAsItDid() {
        var call = refused(
                "GET /teledossiers/v1/notifications",
                "Query parameter 'maxresult' is unexpected on path \"…\"",
                new PartnerInfo("L'atelier $(id)", "Mairie+", null));
        var request = text(request(call, null), false);
        assertTrue(
                request.contains("-H 'editorName: L'\\''atelier $(id)' \\\n  -H 'applicationName: Mairie+'"), request);
        assertFalse(request.contains("softwareVersion"), request);
    }

    @Test
    void whatIsMissingIsMarked() {
        var call = refused(
                DEPOSIT,
                "[ERROR][REQUEST][POST /teledossiers/v1/folders @body] Object has missing required properties ([\"cases\",\"processCode\"])",
                null);
        assertEquals(
                List.of("@body: Object has missing required properties ([\"cases\",\"processCode\"])"),
                call.findings());
        assertEquals(
                List.of("body/cases", "body/processCode"),
                call.asked(null, Optional.empty()).corrected());
    }
}
