package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.exchange.folder.NewFolder.NewFolderAttachment;
import fr.hubee.exchange.status.AttachmentStatus;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

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

    NewFolderAttachment toNewAttachment() {
        return new NewFolderAttachment(new NewAttachment(fileName, type, size, mimeType), recipients);
    }
}
