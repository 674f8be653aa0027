package fr.hubee.folder.status;

/** The life of an attachment (specification §3.9). */
public enum AttachmentStatus {
    /** Announced; its bytes have not come. */
    PENDING,
    /** Stored, durably. */
    RECEIVED,
    /** Found by the antivirus. */
    CORRUPTED,
    /** Does not match what was announced. */
    REJECTED,
    /** Its bytes were purged. */
    DELETED
}
