package fr.hubee.desk.digest;

import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.mail.template.MailValues;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.DormantAccountService;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Sends reminders, and closes idle accounts. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class ReminderService {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH).withZone(Paris.ZONE);

    @Inject
    ReminderRepository reminders;

    @Inject
    AccountLookup accounts;

    @Inject
    DormantAccountService dormant;

    @Inject
    MailOutbox outbox;

    @Inject
    PasswordSettings passwords;

    @Inject
    Clock clock;

    /**
     * The accounts to check, ordered by identifier.
     *
     * @param after null for the first page
     */
    public List<UUID> accounts(UUID after, int maxResult) {
        var today = clock.instant().atZone(Paris.ZONE);
        var idle = today.minusDays(IdlePolicy.FIRST).toInstant();
        var chosen = passwords.life().isZero()
                ? Instant.EPOCH
                : today.plusDays(PasswordReminderPolicy.FIRST)
                        .minus(passwords.life())
                        .plusDays(1)
                        .toInstant();
        return reminders.accounts(idle, chosen, after, maxResult);
    }

    /** @return whether a reminder was sent or the account closed */
    public boolean treat(UUID id) {
        var known = accounts.find(id).filter(KnownAccount::active);
        if (known.isEmpty()) {
            return false;
        }
        boolean idle = idle(known.get());
        boolean ending = password(known.get());
        return idle || ending;
    }

    private boolean idle(KnownAccount person) {
        var now = clock.instant();
        var since = reminders.usedAt(person.id());
        var policy = new IdlePolicy(since, reminders.sent(person.id(), since));
        if (policy.isToBeClosed(now)) {
            return dormant.close(person.id());
        }
        var due = policy.reminder(now);
        if (due.isEmpty() || !reminders.note(person.id(), due.get(), since, now)) {
            return false;
        }
        var values = MailValues.of("lastSignIn", DAY.format(since)).and("closesOn", DAY.format(policy.closesAt(now)));
        outbox.post(NewMail.to(person, MailTemplate.IDLE_ACCOUNT, values));
        return true;
    }

    private boolean password(KnownAccount person) {
        if (passwords.life().isZero()) {
            return false;
        }
        return reminders
                .passwordChosenAt(person.id())
                .map(chosen -> password(person, chosen))
                .orElse(false);
    }

    private boolean password(KnownAccount person, Instant chosen) {
        var now = clock.instant();
        var ends = chosen.atZone(Paris.ZONE).plus(passwords.life()).toInstant();
        var due = new PasswordReminderPolicy(
                        ends, reminders.sent(person.id(), chosen).keySet())
                .reminder(now);
        if (due.isEmpty() || !reminders.note(person.id(), due.get(), chosen, now)) {
            return false;
        }
        outbox.post(NewMail.to(person, MailTemplate.PASSWORD_ENDS, MailValues.of("endsOn", DAY.format(ends))));
        return true;
    }
}
