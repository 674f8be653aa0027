package fr.hubee.folder;

import fr.hubee.shared.OrganizationKey;
import java.util.UUID;

/** What has just happened; heard in the same transaction, so that whoever reacts succeeds or fails with it. */
public sealed interface FolderEvent {
    UUID caseId();

    /** The number of the case, as its operator wrote it. */
    String externalId();

    String processCode();

    /** Who acted. */
    OrganizationKey from();

    /** Whom it concerns: the other party. */
    OrganizationKey to();

    /** A case became visible to its service. */
    record CaseNotified(UUID caseId, String externalId, String processCode, OrganizationKey from, OrganizationKey to)
            implements FolderEvent {}

    /** Its operator set it back to where it is to be fetched; no event tells it, so its service is not notified. */
    record CaseReopened(UUID caseId, String externalId, String processCode, OrganizationKey from, OrganizationKey to)
            implements FolderEvent {}

    /**
     * An event was sent to the other party; its author may not want it notified.
     *
     * @param mailed whether a service is told by mail too (specification §3.5)
     */
    record CaseEventSent(
            UUID caseId,
            String externalId,
            UUID eventId,
            String processCode,
            OrganizationKey from,
            OrganizationKey to,
            boolean notified,
            boolean mailed)
            implements FolderEvent {}

    /**
     * An event was acknowledged; its author may not want to be notified.
     *
     * @param mailed whether a service is told by mail too (specification §3.5)
     */
    record CaseEventReceived(
            UUID caseId,
            String externalId,
            UUID eventId,
            String processCode,
            OrganizationKey from,
            OrganizationKey to,
            boolean notified,
            boolean mailed)
            implements FolderEvent {}
}
