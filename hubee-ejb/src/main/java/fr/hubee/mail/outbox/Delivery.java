package fr.hubee.mail.outbox;

/**
 * The relay's answer for a message.
 *
 * @param reason null when accepted; never contains content of the message, which may hold secrets
 */
public record Delivery(Outcome outcome, String reason) {
    public enum Outcome {
        SENT,
        /** A permanent refusal of the recipient. */
        REFUSED,
        /** A temporary failure. */
        FAILED,
        /** The connection is lost: the next message needs a new one. */
        LINE_LOST
    }
}
