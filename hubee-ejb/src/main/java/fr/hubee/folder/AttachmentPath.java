package fr.hubee.folder;

import java.util.UUID;

/** Where an attachment is, as its address on the API says. */
public sealed interface AttachmentPath {

    /** Where bytes may be sent to. */
    sealed interface Deposit extends AttachmentPath permits OfFolder, OfEvent {}

    /** Where bytes may be read from. */
    sealed interface Reading extends AttachmentPath permits OfCase, OfEvent {
        UUID caseId();
    }

    UUID attachmentId();

    /** A file of a folder, for its transmitter to send. */
    record OfFolder(UUID folderId, UUID attachmentId) implements Deposit {}

    /** A file of a folder, as one of its cases receives it. */
    record OfCase(UUID caseId, UUID attachmentId) implements Reading {}

    /** A file of an event: its author sends it, both parties read it. */
    record OfEvent(UUID caseId, UUID eventId, UUID attachmentId) implements Deposit, Reading {}
}
