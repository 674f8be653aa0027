package fr.hubee.mail;

import fr.hubee.mail.template.MailTemplate;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail of the outbox, as it is listed; its text is not kept.
 *
 * @param nextAttemptAt means nothing once it has ended
 * @param endedAt when it was sent, given up or dropped; null while it waits
 * @param lastError why it did not leave; null when nothing went wrong
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
