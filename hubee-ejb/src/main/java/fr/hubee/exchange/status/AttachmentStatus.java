package fr.hubee.exchange.status;

/** The life of an attachment (specification §3.9). */
public enum AttachmentStatus {
    /** Announced; its bytes are not received. */
    PENDING,
    /** Durably stored. */
    RECEIVED,
    /** Rejected by the antivirus. */
    CORRUPTED,
    /** Does not match what was announced. */
    REJECTED,
    /** Its bytes were purged. */
    DELETED
}
