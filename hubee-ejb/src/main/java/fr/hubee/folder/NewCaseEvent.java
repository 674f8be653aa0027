package fr.hubee.folder;

import fr.hubee.folder.status.CaseStatus;
import fr.hubee.security.PartnerInfo;
import java.util.List;

/**
 * What somebody wants to add to a case's history (specification §2.7).
 *
 * @param comment internal to the instructing service
 * @param notification whether the other party is to be told
 * @param caseCurrentStatus recorded, never checked
 * @param caseNewStatus the status the case takes with it, or null
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
        PartnerInfo partnerInfo) {}
