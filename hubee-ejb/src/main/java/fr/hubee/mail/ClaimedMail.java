package fr.hubee.mail;

import fr.hubee.mail.template.MailTemplate;
import fr.hubee.mail.template.MailValues;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that this sender, and no other, is to send now.
 *
 * @param end of the claim: from then on another sender may take it, and this one has no say any more
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
