package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.exchange.folder.FolderDetail;
import fr.hubee.exchange.folder.NewFolder;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A folder as its transmitter writes and reads it (specification §2.5). */
public record FolderJson(
        @JsonProperty(access = Access.READ_ONLY) UUID id,
        @NotNull @Size(max = 30) String externalId,
        @JsonProperty(access = Access.READ_ONLY) FolderStatus globalStatus,
        @NotNull @Size(max = 30) String processCode,
        @NotNull @Valid ApplicantJson applicant,
        @NotNull @Size(min = 1) List<@NotNull @Valid FolderCaseJson> cases,
        @NotNull @Size(min = 1) List<@NotNull @Valid FolderAttachmentJson> attachments,
        @JsonProperty(access = Access.READ_ONLY) Instant createDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant closeDateTime,
        @JsonProperty(access = Access.READ_ONLY) PartnerInfoJson partnerInfo) {

    static FolderJson from(FolderDetail detail) {
        var folder = detail.folder();
        return new FolderJson(
                folder.id(),
                folder.externalId(),
                folder.status(),
                folder.processCode(),
                ApplicantJson.from(folder.applicant()),
                detail.cases().stream().map(FolderCaseJson::from).toList(),
                detail.attachments().stream().map(FolderAttachmentJson::from).toList(),
                folder.createdAt(),
                folder.updatedAt(),
                folder.closedAt(),
                PartnerInfoJson.from(folder.partnerInfo()));
    }

    NewFolder toNewFolder(PartnerInfo partner) {
        return new NewFolder(
                externalId,
                processCode,
                applicant.toApplicant(),
                cases.stream().map(FolderCaseJson::toNewCase).toList(),
                attachments.stream().map(FolderAttachmentJson::toNewAttachment).toList(),
                partner);
    }
}
