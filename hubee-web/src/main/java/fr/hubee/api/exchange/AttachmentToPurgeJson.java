package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.hubee.exchange.folder.CaseAttachment;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A portal's copy of a file of a case; the names are the contract's. */
public record AttachmentToPurgeJson(
        @NotNull @JsonProperty("folder_attachment_id") UUID folderAttachmentId,
        @NotNull @JsonProperty("case_id") UUID caseId) {

    static AttachmentToPurgeJson from(CaseAttachment.Id id) {
        return new AttachmentToPurgeJson(id.attachmentId(), id.caseId());
    }

    CaseAttachment.Id toId() {
        return new CaseAttachment.Id(caseId, folderAttachmentId);
    }
}
