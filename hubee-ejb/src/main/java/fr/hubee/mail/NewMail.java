package fr.hubee.mail;

import fr.hubee.account.KnownAccount;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.mail.template.MailValues;
import java.time.Duration;
import java.util.UUID;

/**
 * A mail that is to leave.
 *
 * @param values those known now; no secret may be among them, for they are stored
 * @param accountId of the person it is for: it leaves only if she is active by then; null when it is for an address
 * @param signInId the attempt to sign in that a one-time code is for; null for any other mail
 * @param usefulFor after that long it is dropped rather than sent; null when it is always worth sending
 */
public record NewMail(
        String recipient, MailTemplate template, MailValues values, UUID accountId, UUID signInId, Duration usefulFor) {

    /** To an address that is nobody's account, such as the one of a subscription. */
    public static NewMail to(String recipient, MailTemplate template, MailValues values) {
        return new NewMail(recipient, template, values, null, null, null);
    }

    /** To a person: her name and her login are added when it leaves, and the secret that the template needs. */
    public static NewMail to(KnownAccount person, MailTemplate template, MailValues values) {
        return new NewMail(person.email(), template, values, person.id(), null, null);
    }

    NewMail forSignIn(UUID attempt) {
        return new NewMail(recipient, template, values, accountId, attempt, usefulFor);
    }

    public NewMail usefulFor(Duration time) {
        return new NewMail(recipient, template, values, accountId, signInId, time);
    }
}
