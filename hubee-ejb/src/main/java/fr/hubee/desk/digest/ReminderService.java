package fr.hubee.desk.digest;

import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.CERTIFICATE_30;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.IDLE_60;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.IDLE_90;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.PASSWORD_14;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.PASSWORD_3;

import fr.hubee.desk.digest.ReminderRepository.ReminderKind;
import fr.hubee.directory.subscription.CertificateStore;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sends reminders, closes idle accounts, and finds the accounts of an organisation that need attention. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class ReminderService {

    private static final int CERTIFICATE_DAYS = 30;
    private static final String CERTIFICATES = "/mes-certificats";

    @Inject
    ReminderRepository reminders;

    @Inject
    CertificateStore certificates;

    @Inject
    AccountLookup accounts;

    @Inject
    AccountService dormant;

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
        return reminders.accounts(idle, chosen, certificatesUntil(), after, maxResult);
    }

    /** @return whether a reminder was sent or the account closed */
    public boolean process(UUID id) {
        var known = accounts.find(id).filter(KnownAccount::active);
        if (known.isEmpty()) {
            return false;
        }
        boolean idle = idle(known.get());
        boolean ending = password(known.get());
        boolean certificate = certificates(known.get());
        return idle || ending || certificate;
    }

    private Instant certificatesUntil() {
        return clock.instant().atZone(Paris.ZONE).plusDays(CERTIFICATE_DAYS).toInstant();
    }

    /** Tells an administrator, once, of each certificate that ends soon and that no other one follows. */
    private boolean certificates(KnownAccount person) {
        if (person.actorType() == ActorType.AGENT) {
            return false;
        }
        var soon = certificatesUntil();
        var all = certificates.of(person.organization());
        var ending = all.stream()
                .filter(each -> each.isValid(clock.instant()) && !each.isValid(soon))
                .filter(each -> all.stream()
                        .noneMatch(other -> other.isValid(soon) && other.covers(each.profile(), each.software())))
                .toList();
        boolean told = false;
        for (var each : ending) {
            told |= remind(
                    person, Optional.of(CERTIFICATE_30), each.expiresAt(), MailTemplate.CERTIFICATE_ENDS, values(each));
        }
        return told;
    }

    private static MailValues values(SoftwareCertificate certificate) {
        var software = certificate.software().applicationName() + ", version " + certificate.majorVersion();
        var ends = Paris.DAY.format(certificate.expiresAt());
        return MailValues.of("software", software)
                .and("profile", certificate.profile().label())
                .and("endsOn", ends)
                .and("listPath", CERTIFICATES)
                // for the release before, which sends it as a digest
                .and("organization", software)
                .and("process", certificate.profile().label())
                .and("settingsPath", CERTIFICATES)
                .and(
                        "news",
                        List.of(MailValues.of("text", Words.text("desk.certificateEnds", ends))
                                .and("listPath", CERTIFICATES)));
    }

    private boolean idle(KnownAccount person) {
        var now = clock.instant();
        var since = reminders.usedAt(person.id());
        var policy = new IdlePolicy(since, reminders.sent(person.id(), since));
        if (policy.isToBeClosed(now)) {
            return dormant.closeDormant(person.id());
        }
        var values = MailValues.of("lastSignIn", Paris.DAY.format(since))
                .and("closesOn", Paris.DAY.format(policy.closesAt(now)));
        return remind(person, policy.reminder(now), since, MailTemplate.IDLE_ACCOUNT, values);
    }

    private boolean password(KnownAccount person) {
        var chosen = passwords.life().isZero() ? Optional.<Instant>empty() : reminders.passwordChosenAt(person.id());
        if (chosen.isEmpty()) {
            return false;
        }
        var ends = chosen.get().atZone(Paris.ZONE).plus(passwords.life()).toInstant();
        var sent = reminders.sent(person.id(), chosen.get()).keySet();
        var due = new PasswordReminderPolicy(ends, sent).reminder(clock.instant());
        return remind(
                person, due, chosen.get(), MailTemplate.PASSWORD_ENDS, MailValues.of("endsOn", Paris.DAY.format(ends)));
    }

    /** @return whether it is due, and was not sent for that date */
    private boolean remind(
            KnownAccount person,
            Optional<ReminderKind> due,
            Instant countedFrom,
            MailTemplate template,
            MailValues values) {
        if (due.isEmpty() || !reminders.note(person.id(), due.get(), countedFrom, clock.instant())) {
            return false;
        }
        outbox.post(NewMail.to(person, template, values));
        return true;
    }

    /** Returns the active accounts with which nobody has ever signed in, though the link to do so has ended. */
    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public Set<UUID> neverOpened(Caller caller) {
        return reminders.neverOpened(caller.organization(), clock.instant());
    }

    /** Returns the active accounts with a password that expires within two weeks. */
    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public Set<UUID> passwordsEnding(Caller caller) {
        var ending = new HashSet<>(endingWithin(PasswordReminderPolicy.FIRST, caller));
        ending.removeAll(passwordsEnded(caller));
        return ending;
    }

    /** Returns the active accounts with an expired password. */
    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public Set<UUID> passwordsEnded(Caller caller) {
        return endingWithin(0, caller);
    }

    private Set<UUID> endingWithin(int days, Caller caller) {
        if (passwords.life().isZero()) {
            return Set.of();
        }
        var chosen = clock.instant().atZone(Paris.ZONE).plusDays(days).minus(passwords.life());
        return reminders.chosenBefore(caller.organization(), chosen.toInstant());
    }

    /**
     * Idle accounts: reminders after 60 and 90 days, closed after 120, but not before 30 days after the last reminder. Days
     * are counted in Paris time.
     *
     * @param since the last sign-in, creation or reactivation, whichever is latest
     * @param sent when each reminder for that date was sent
     */
    record IdlePolicy(Instant since, Map<ReminderKind, Instant> sent) {
        static final int FIRST = 60;
        static final int SECOND = 90;
        static final int CLOSED = 120;

        /** The reminder due now; of two missed ones, the last. */
        Optional<ReminderKind> reminder(Instant now) {
            if (isPast(SECOND, now)) {
                return sent.containsKey(IDLE_90) ? Optional.empty() : Optional.of(IDLE_90);
            }
            return isPast(FIRST, now) && !sent.containsKey(IDLE_60) ? Optional.of(IDLE_60) : Optional.empty();
        }

        boolean isToBeClosed(Instant now) {
            var warned = sent.get(IDLE_90);
            return isPast(CLOSED, now)
                    && warned != null
                    && !after(warned, CLOSED - SECOND).isAfter(now);
        }

        /** Returns when it will be closed, if a reminder is sent now. */
        Instant closesAt(Instant now) {
            var byAge = after(since, CLOSED);
            var byReminder = after(now, CLOSED - SECOND);
            return byAge.isAfter(byReminder) || !isPast(SECOND, now) ? byAge : byReminder;
        }

        private boolean isPast(int days, Instant now) {
            return !after(since, days).isAfter(now);
        }

        private static Instant after(Instant date, int days) {
            return date.atZone(Paris.ZONE).plusDays(days).toInstant();
        }
    }

    /**
     * Reminders before a password expires: 14 days and 3 days before, once each, never afterwards.
     *
     * @param ends when it expires
     * @param sent the reminders already sent for this password
     */
    record PasswordReminderPolicy(Instant ends, Set<ReminderKind> sent) {
        static final int FIRST = 14;
        static final int SECOND = 3;

        Optional<ReminderKind> reminder(Instant now) {
            if (!now.isBefore(ends)) {
                return Optional.empty();
            }
            if (!now.isBefore(before(SECOND))) {
                return unless(PASSWORD_3);
            }
            return now.isBefore(before(FIRST)) ? Optional.empty() : unless(PASSWORD_14);
        }

        private Optional<ReminderKind> unless(ReminderKind kind) {
            return sent.contains(kind) ? Optional.empty() : Optional.of(kind);
        }

        private Instant before(int days) {
            return ends.atZone(Paris.ZONE).minusDays(days).toInstant();
        }
    }
}
