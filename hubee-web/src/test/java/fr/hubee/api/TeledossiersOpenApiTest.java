package fr.hubee.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.api.folder.ApplicantJson;
import fr.hubee.api.folder.AttachmentJson;
import fr.hubee.api.folder.AttachmentToPurgeJson;
import fr.hubee.api.folder.CaseJson;
import fr.hubee.api.folder.CasePatchJson;
import fr.hubee.api.folder.CasesMigratedJson;
import fr.hubee.api.folder.CasesMigrationJson;
import fr.hubee.api.folder.DeletionCertificateJson;
import fr.hubee.api.folder.EventJson;
import fr.hubee.api.folder.EventPatchJson;
import fr.hubee.api.folder.FolderAttachmentJson;
import fr.hubee.api.folder.FolderCaseJson;
import fr.hubee.api.folder.FolderJson;
import fr.hubee.api.folder.FolderPatchJson;
import fr.hubee.api.folder.PartnerInfoJson;
import fr.hubee.api.folder.ReceiptJson;
import fr.hubee.api.folder.VerdictJson;
import fr.hubee.api.notification.NotificationWithEventJson;
import fr.hubee.api.token.TokenServlet;
import jakarta.servlet.annotation.WebServlet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document at {@code /openapi}, which also tells of the token endpoint. */
class TeledossiersOpenApiTest extends OpenApiDocument {

    TeledossiersOpenApiTest() {
        super(new FolderApi(), "teledossiers.yaml", records(), tokens());
    }

    /** Those of the token endpoint are told by their names: nobody else sees them. */
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
                Map.entry("PartnerInfo", PartnerInfoJson.class),
                Map.entry("Receipt", ReceiptJson.class),
                Map.entry("Verdict", VerdictJson.class),
                Map.entry("DeletionCertificate", DeletionCertificateJson.class),
                Map.entry("Notification", NotificationWithEventJson.class),
                Map.entry("TokenAnswer", named("fr.hubee.api.token.TokenJson")),
                Map.entry("OAuthError", named("fr.hubee.api.token.OAuthErrorJson")));
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
    void theContractHasTwentyTwoOperationsAndSixOfOurs() {
        assertEquals(22 + 6, operations().size());
    }
}
