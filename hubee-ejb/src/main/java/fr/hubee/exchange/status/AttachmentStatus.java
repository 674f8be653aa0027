package fr.hubee.exchange.status;

/** The life of an attachment (specification §3.9). */
public enum AttachmentStatus {
    /** Announced; its bytes are not received. */
    PENDING,
    /** Durably stored. */
    RECEIVED,
    /** The antivirus found a virus. */
    CORRUPTED,
    /** The antivirus cannot read it. Bytes that do not match what was announced leave it {@link #PENDING}. */
    REJECTED,
    /** Its bytes were purged. */
    DELETED
}
