package fr.hubee.exchange.folder;

import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.List;

/** A folder as a transmitter announces it. */
public record NewFolder(
        String externalId,
        String processCode,
        Applicant applicant,
        List<NewCase> cases,
        List<NewAttachment> attachments,
        PartnerInfo partnerInfo) {

    /** @param externalId unique within the folder */
    public record NewCase(String externalId, OrganizationKey recipient, String partnerAttributes) {}
}
