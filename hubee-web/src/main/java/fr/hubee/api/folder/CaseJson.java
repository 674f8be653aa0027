package fr.hubee.api.folder;

import fr.hubee.api.organization.OrganizationIdentifierJson;
import fr.hubee.folder.CaseDetail;
import fr.hubee.folder.status.CaseStatus;
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
}
