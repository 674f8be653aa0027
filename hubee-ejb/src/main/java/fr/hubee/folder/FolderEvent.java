package fr.hubee.folder;

import fr.hubee.shared.OrganizationKey;
import java.util.UUID;

/** What has just happened; heard in the same transaction, so that whoever reacts succeeds or fails with it. */
public sealed interface FolderEvent {
    UUID caseId();

    String processCode();

    /** Who acted. */
    OrganizationKey from();

    /** Whom it concerns: the other party. */
    OrganizationKey to();

    /** A case became visible to its service. */
    record CaseNotified(UUID caseId, String processCode, OrganizationKey from, OrganizationKey to)
            implements FolderEvent {}

    /** An event was sent to the other party; its author may not want it notified. */
    record CaseEventSent(
            UUID caseId, UUID eventId, String processCode, OrganizationKey from, OrganizationKey to, boolean notified)
            implements FolderEvent {}

    /** An event was acknowledged; its author may not want to be notified. */
    record CaseEventReceived(
            UUID caseId, UUID eventId, String processCode, OrganizationKey from, OrganizationKey to, boolean notified)
            implements FolderEvent {}
}
