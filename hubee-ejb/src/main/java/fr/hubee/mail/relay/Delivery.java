package fr.hubee.mail.relay;

/**
 * What became of a message at the relay.
 *
 * @param reason null when it was taken; never holds anything of the message, which may have secrets
 */
public record Delivery(Outcome outcome, String reason) {
    public enum Outcome {
        SENT,
        /** The recipient will never be accepted. */
        REFUSED,
        /** It may be taken later. */
        FAILED,
        /** The line broke: another message needs another line. */
        LINE_LOST
    }
}
