package fr.hubee.mail.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that only this sender may send now.
 *
 * @param end of the claim: then another sender may claim it, and this one may no longer update it
 */
record ClaimedMail(
        UUID id,
        Instant end,
        String recipient,
        MailTemplate template,
        MailValues values,
        String messageId,
        UUID accountId,
        UUID signInId) {}
