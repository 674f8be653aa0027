package fr.hubee.mail.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail of the outbox in a list; its text is not stored.
 *
 * @param nextAttemptAt meaningless once it has ended
 * @param endedAt when it was sent, abandoned or dropped; null while it waits
 * @param lastError why it could not be sent; null without an error
 */
public record MailLine(
        UUID id,
        String recipient,
        MailTemplate template,
        MailState state,
        Instant createdAt,
        int attempts,
        Instant nextAttemptAt,
        Instant endedAt,
        String lastError) {}
