package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/** An event of a folder or a case. Observed in the same transaction: observers commit or roll back with it. */
public sealed interface FolderEvent {
    UUID caseId();

    /** The case number given by its operator. */
    String externalId();

    String processCode();

    OrganizationKey from();

    OrganizationKey to();

    /** A case became visible to its service. */
    record CaseNotified(UUID caseId, String externalId, String processCode, OrganizationKey from, OrganizationKey to)
            implements FolderEvent {}

    /**
     * Fired when its operator set it back to a status to be fetched. There is no event in the history, so the software of its service is
     * not notified.
     *
     * @param mailed whether the mails of its service tell of it: not when an event of the operator does
     */
    record CaseReopened(
            UUID caseId,
            String externalId,
            String processCode,
            OrganizationKey from,
            OrganizationKey to,
            boolean mailed)
            implements FolderEvent {}

    /**
     * An event was sent to the other party, or acknowledged by it; the author of the event may have asked for no notification.
     *
     * @param acknowledged whether {@code from} has read it
     * @param newStatus the status that the case got with it; null for none
     * @param caseStatus the status of the case
     * @param mailed whether the mails of a service tell of it
     */
    record CaseEventPassed(
            UUID caseId,
            String externalId,
            UUID eventId,
            String processCode,
            OrganizationKey from,
            OrganizationKey to,
            boolean acknowledged,
            ActionType action,
            CaseStatus newStatus,
            CaseStatus caseStatus,
            boolean notified,
            boolean mailed)
            implements FolderEvent {}

    /**
     * A file of the folder came after the case had become visible to its service, which was notified without it. There is no event in the
     * history.
     *
     * @param caseStatus the status of the case, which stays
     */
    record LateFileReceived(
            UUID caseId,
            String externalId,
            String processCode,
            OrganizationKey from,
            OrganizationKey to,
            CaseStatus caseStatus)
            implements FolderEvent {}

    /** A party has set another status, without an event in the history. Nothing is to be fetched, so it is none of the events above. */
    record StatusSet(UUID caseId, String processCode, OrganizationKey to, CaseStatus status) {}
}
