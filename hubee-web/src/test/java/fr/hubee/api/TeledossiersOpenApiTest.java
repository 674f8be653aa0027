package fr.hubee.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.api.clients.TokenServlet;
import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.api.exchange.AttachmentJson;
import fr.hubee.api.exchange.CaseJson;
import fr.hubee.api.exchange.CaseJson.CasePatchJson;
import fr.hubee.api.exchange.CaseJson.CasesMigrationJson;
import fr.hubee.api.exchange.CaseJson.CasesMigrationJson.CasesMigratedJson;
import fr.hubee.api.exchange.DeletionCertificatesResource.DeletionCertificateJson;
import fr.hubee.api.exchange.EventJson;
import fr.hubee.api.exchange.EventJson.EventPatchJson;
import fr.hubee.api.exchange.FolderApi;
import fr.hubee.api.exchange.FolderJson;
import fr.hubee.api.exchange.FolderJson.ApplicantJson;
import fr.hubee.api.exchange.FolderJson.FolderAttachmentJson;
import fr.hubee.api.exchange.FolderJson.FolderCaseJson;
import fr.hubee.api.exchange.FolderJson.FolderPatchJson;
import fr.hubee.api.exchange.NotificationJson.NotificationWithEventJson;
import fr.hubee.api.exchange.PortalPurgeResource.AttachmentToPurgeJson;
import fr.hubee.api.exchange.ReceiptJson;
import fr.hubee.api.exchange.VerdictJson;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document at {@code /openapi}, which also describes the token endpoint. */
class TeledossiersOpenApiTest extends OpenApiDocument {

    TeledossiersOpenApiTest() {
        super(new FolderApi(), "teledossiers.yaml", records(), tokens());
    }

    /** Returns the record of each schema; those of the token endpoint are given by name, since they are not visible here. */
    static Map<String, Class<?>> records() {
        return Map.ofEntries(
                Map.entry("Applicant", ApplicantJson.class),
                Map.entry("Attachment", AttachmentJson.class),
                Map.entry("AttachmentToPurge", AttachmentToPurgeJson.class),
                Map.entry("Case", CaseJson.class),
                Map.entry("CasePatch", CasePatchJson.class),
                Map.entry("CasesMigrated", CasesMigratedJson.class),
                Map.entry("CasesMigration", CasesMigrationJson.class),
                Map.entry("Event", EventJson.class),
                Map.entry("EventPatch", EventPatchJson.class),
                Map.entry("FolderAttachment", FolderAttachmentJson.class),
                Map.entry("FolderCase", FolderCaseJson.class),
                Map.entry("Folder", FolderJson.class),
                Map.entry("FolderPatch", FolderPatchJson.class),
                Map.entry("OrganizationIdentifier", OrganizationIdentifierJson.class),
                Map.entry("PartnerInfo", PartnerInfo.class),
                Map.entry("Receipt", ReceiptJson.class),
                Map.entry("Verdict", VerdictJson.class),
                Map.entry("DeletionCertificate", DeletionCertificateJson.class),
                Map.entry("Notification", NotificationWithEventJson.class),
                Map.entry("TokenAnswer", named("fr.hubee.api.clients.TokenServlet$TokenJson")),
                Map.entry("OAuthError", named("fr.hubee.api.clients.TokenServlet$TokenJson$OAuthErrorJson")));
    }

    static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    static Set<String> tokens() {
        return Stream.of(TokenServlet.class.getAnnotation(WebServlet.class).value())
                .map(address -> "POST " + address)
                .collect(Collectors.toSet());
    }

    @Test
    void theContractHasTwentyTwoOperationsAndTwelveOfOurs() {
        assertEquals(22 + 12, operations().size());
    }
}
