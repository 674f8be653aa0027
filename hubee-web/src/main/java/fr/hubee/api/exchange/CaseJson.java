package fr.hubee.api.exchange;

import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.api.exchange.FolderJson.ApplicantJson;
import fr.hubee.exchange.folder.CaseService.CaseDetail;
import fr.hubee.exchange.status.CaseStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A case as both parties read it (specification §2.6). */
public record CaseJson(
        UUID id,
        CaseStatus status,
        OrganizationIdentifierJson recipient,
        String externalId,
        String processCode,
        Instant createDateTime,
        Instant updateDateTime,
        Instant transmissionDateTime,
        Instant closeDateTime,
        String partnerAttributes,
        ApplicantJson applicant,
        List<AttachmentJson> attachments,
        Iterable<EventJson> events) {

    static CaseJson from(CaseDetail detail, Iterable<EventJson> events) {
        var theCase = detail.theCase();
        return new CaseJson(
                theCase.id(),
                theCase.status(),
                OrganizationIdentifierJson.from(theCase.recipient()),
                theCase.externalId(),
                theCase.processCode(),
                theCase.createdAt(),
                theCase.updatedAt(),
                theCase.transmittedAt(),
                theCase.closedAt(),
                theCase.partnerAttributes(),
                ApplicantJson.from(theCase.folder().applicant()),
                detail.attachments().stream().map(AttachmentJson::from).toList(),
                events);
    }

    /** The part of a case that a party may change. */
    public record CasePatchJson(@NotNull CaseStatus status) {}

    /** An organisation hands its cases over to another. */
    public record CasesMigrationJson(
            @NotNull @Valid OrganizationIdentifierJson organizationSource,
            @NotNull @Valid OrganizationIdentifierJson organizationTarget) {

        /** The number of cases that were handed over. */
        public record CasesMigratedJson(int caseUpdated) {}
    }
}
