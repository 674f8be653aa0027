package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.security.PartnerInfo;
import java.util.List;

/**
 * A request to add an event to a case's history (specification §2.7).
 *
 * @param comment internal to the instructing service
 * @param notification whether to notify the other party
 * @param caseCurrentStatus recorded, never checked
 * @param caseNewStatus the status that the case gets with it, or null
 */
public record NewCaseEvent(
        ActionType actionType,
        String author,
        String message,
        String comment,
        boolean notification,
        String caseCurrentStatus,
        CaseStatus caseNewStatus,
        String partnerAttributes,
        List<NewAttachment> attachments,
        PartnerInfo partnerInfo) {
    /** The portal, in place of the software of a service. */
    public static final PartnerInfo OF_PORTAL = new PartnerInfo(null, "Portail", null);
}
