package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.api.http.ContractForms.AnnouncedName;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.exchange.status.AttachmentStatus;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A file as a case or an event has it (specification §2.8). */
public record AttachmentJson(
        @JsonProperty(access = Access.READ_ONLY) UUID id,
        @JsonProperty(access = Access.READ_ONLY) AttachmentStatus status,
        @NotNull @AnnouncedName String fileName,
        @NotNull @Size(max = 100) String type,

        @NotNull @Min(value = 0, message = "Numeric instance is lower than the required minimum (minimum: 0)")
        Long size,

        @NotNull @Size(max = 255) String mimeType) {

    static AttachmentJson from(Attachment attachment) {
        return new AttachmentJson(
                attachment.id(),
                attachment.status(),
                attachment.fileName(),
                attachment.type(),
                attachment.size(),
                attachment.mimeType());
    }

    NewAttachment toNewAttachment() {
        return new NewAttachment(fileName, type, size, mimeType);
    }
}
