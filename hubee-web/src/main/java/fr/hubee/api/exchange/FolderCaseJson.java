package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.NewFolder.NewCase;
import fr.hubee.exchange.status.CaseStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

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
