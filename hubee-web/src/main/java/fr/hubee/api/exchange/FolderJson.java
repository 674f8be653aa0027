package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.api.http.ContractForms.AnnouncedName;
import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.Folder;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.exchange.folder.NewFolder;
import fr.hubee.exchange.folder.NewFolder.NewCase;
import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
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
        @JsonProperty(access = Access.READ_ONLY) PartnerInfo partnerInfo) {

    /** @param folder as it was just created: its parts are in memory */
    static FolderJson from(Folder folder) {
        return from(folder, folder.cases(), folder.attachments());
    }

    static FolderJson from(Folder folder, List<Case> cases, List<Attachment> attachments) {
        return new FolderJson(
                folder.id(),
                folder.externalId(),
                folder.status(),
                folder.processCode(),
                ApplicantJson.from(folder.applicant()),
                cases.stream().map(FolderCaseJson::from).toList(),
                attachments.stream().map(FolderAttachmentJson::from).toList(),
                folder.createdAt(),
                folder.updatedAt(),
                folder.closedAt(),
                folder.partnerInfo());
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

    /** The person concerned (specification §2.5). */
    public record ApplicantJson(
            @NotNull @Size(max = 255) String firstName,
            @NotNull @Size(max = 255) String lastName,

            @Email(message = "String is not a valid email address") @Size(max = 320)
            String email) {
        static ApplicantJson from(Applicant applicant) {
            return new ApplicantJson(applicant.firstName(), applicant.lastName(), applicant.email());
        }

        Applicant toApplicant() {
            return new Applicant(firstName, lastName, email);
        }
    }

    /** A case as its folder lists it (specification §2.5). */
    public record FolderCaseJson(
            @JsonProperty(access = Access.READ_ONLY) UUID id,
            @JsonProperty(access = Access.READ_ONLY) CaseStatus status,
            @NotNull @Valid OrganizationIdentifierJson recipient,
            @NotNull @Size(max = 100) String externalId,
            @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime,
            @JsonProperty(access = Access.READ_ONLY) Instant transmissionDateTime,
            @Size(max = 1024) String partnerAttributes) {

        static FolderCaseJson from(Case theCase) {
            return new FolderCaseJson(
                    theCase.id(),
                    theCase.status(),
                    OrganizationIdentifierJson.from(theCase.recipient()),
                    theCase.externalId(),
                    theCase.updatedAt(),
                    theCase.transmittedAt(),
                    theCase.partnerAttributes());
        }

        NewCase toNewCase() {
            return new NewCase(externalId, recipient.toKey(), partnerAttributes);
        }
    }

    /**
     * A file of a folder (specification §2.5).
     *
     * @param recipients external identifiers of the cases that receive it
     */
    public record FolderAttachmentJson(
            @JsonProperty(access = Access.READ_ONLY) UUID id,
            @JsonProperty(access = Access.READ_ONLY) AttachmentStatus status,
            @NotNull @AnnouncedName String fileName,
            @NotNull @Size(max = 100) String type,

            @NotNull @Min(value = 0, message = "Numeric instance is lower than the required minimum (minimum: 0)")
            Long size,

            @NotNull @Size(max = 255) String mimeType,
            @NotNull @Size(min = 1) List<@NotNull String> recipients) {

        static FolderAttachmentJson from(Attachment attachment) {
            return new FolderAttachmentJson(
                    attachment.id(),
                    attachment.status(),
                    attachment.fileName(),
                    attachment.type(),
                    attachment.size(),
                    attachment.mimeType(),
                    attachment.recipients().stream().map(Case::externalId).toList());
        }

        NewAttachment toNewAttachment() {
            return new NewAttachment(fileName, type, size, mimeType, recipients);
        }
    }

    /** The part of a folder that a transmitter may change. */
    public record FolderPatchJson(@NotNull FolderStatus globalStatus, Instant closeDateTime) {}
}
