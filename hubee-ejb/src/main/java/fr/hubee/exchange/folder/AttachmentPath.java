package fr.hubee.exchange.folder;

import java.util.UUID;

/** The location of an attachment, as in its API address. */
public sealed interface AttachmentPath {

    /** A path for sending bytes. */
    sealed interface Deposit extends AttachmentPath permits OfFolder, OfEvent {}

    /** A path for reading bytes. */
    sealed interface Reading extends AttachmentPath permits OfCase, OfEvent {
        UUID caseId();
    }

    UUID attachmentId();

    /** A file of a folder, sent by its transmitter. */
    record OfFolder(UUID folderId, UUID attachmentId) implements Deposit {}

    /** A file of a folder, as one of its cases receives it. */
    record OfCase(UUID caseId, UUID attachmentId) implements Reading {}

    /** A file of an event: its author sends it, both parties read it. */
    record OfEvent(UUID caseId, UUID eventId, UUID attachmentId) implements Deposit, Reading {}
}
