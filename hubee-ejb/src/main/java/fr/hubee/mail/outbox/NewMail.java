package fr.hubee.mail.outbox;

import fr.hubee.people.account.KnownAccount;
import java.time.Duration;
import java.util.UUID;

/**
 * A mail to be posted.
 *
 * @param values known now; never secrets, since they are stored
 * @param accountId of the recipient: sent only if the account is still active; null for a plain address
 * @param signInId the sign-in attempt of a one-time code; null for any other mail
 * @param usefulFor after that long it is dropped instead of sent; null for no limit
 */
public record NewMail(
        String recipient, MailTemplate template, MailValues values, UUID accountId, UUID signInId, Duration usefulFor) {

    /** Creates a mail to an address without an account, such as that of a subscription. */
    public static NewMail to(String recipient, MailTemplate template, MailValues values) {
        return new NewMail(recipient, template, values, null, null, null);
    }

    /** Creates a mail to a person: name, login, and the secret of the template are added at sending time. */
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
