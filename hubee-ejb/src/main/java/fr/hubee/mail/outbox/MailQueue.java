package fr.hubee.mail.outbox;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.mail.outbox.Mail.ClaimedMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.signin.MailSecrets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sender's updates of the outbox: each method is a short transaction, and none is open during the dialogue with the relay. */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class MailQueue {
    /** Large enough for throughput, small enough when a sender dies and its claims must expire. */
    static final int BATCH = 20;

    /** Monitoring looks for this code (docs/mail.md). */
    private static final String GIVEN_UP = "HUBEE-MAIL-GIVEN-UP mail {0} ({1}) after {2} attempts";

    private static final System.Logger LOG = System.getLogger(MailQueue.class.getName());

    @Inject
    MailOutbox mails;

    @Inject
    MailContent content;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Whether any mail is due, before connecting; also drops useless mails. */
    public boolean isAnyDue() {
        var now = clock.instant();
        mails.dropUseless(now);
        return mails.isAnyDue(now);
    }

    /** Whether somebody waits at her screen for a mail that is due: a code, or the link for a forgotten password. */
    public boolean isAnyAwaited() {
        return mails.isAnyAwaited(clock.instant());
    }

    /** Claims the next mails; no other sender takes them until the claim expires. Returns {@link #BATCH} mails when there may be more. */
    public List<ClaimedMail> claim() {
        var now = clock.instant();
        return mails.nextDue(now, BATCH).stream().map(mail -> mail.claim(now)).toList();
    }

    /** The mails were not tried. Always in the same order, to avoid deadlocks: expired claims may belong to another sender. */
    public void giveBack(List<ClaimedMail> claims) {
        claims.stream()
                .sorted(Comparator.comparing(ClaimedMail::id))
                .forEach(claim -> note(claim, mail -> mail.giveBack(clock.instant())));
    }

    /** @return empty when the mail must no longer be sent */
    public Optional<MailValues> values(ClaimedMail claim) {
        return content.of(claim);
    }

    /**
     * Records the outcome of an attempt.
     *
     * @param outcome {@link MailState#WAITING} after a temporary failure
     * @param reason of a failure; null otherwise
     */
    public void settle(ClaimedMail claim, MailState outcome, String reason) {
        note(claim, mail -> settle(mail, outcome, reason));
    }

    /** While the relay is down, no mail is tried; those that have waited too long are still abandoned. */
    public boolean giveUpOneOverdue(String reason) {
        var overdue = mails.nextOverdue(clock.instant());
        overdue.ifPresent(mail -> settle(mail, MailState.GIVEN_UP, reason));
        return overdue.isPresent();
    }

    private void note(ClaimedMail claim, Consumer<Mail> what) {
        mails.claimed(claim)
                .ifPresentOrElse(
                        what,
                        () -> LOG.log(
                                Level.WARNING, "Mail {0} took longer than its claim", String.valueOf(claim.id())));
    }

    private void settle(Mail mail, MailState outcome, String reason) {
        mail.settle(outcome, reason, clock.instant());
        if (mail.state() != MailState.GIVEN_UP) {
            return;
        }
        LOG.log(Level.ERROR, GIVEN_UP, mail.id(), mail.template(), mail.attempts());
        journal.record(Act.by(Caller.HUB, AuditAction.MAIL_GIVEN_UP)
                .on(null, mail.id())
                .with(Changes.of("recipient", mail.recipient())
                        .and("template", mail.template())
                        .and("reason", mail.lastError())));
    }

    /** Adds the values that are only known or created when the mail is sent: the person's name, and the secret. */
    @Dependent
    static class MailContent {
        /** The page for a new password; the secret of the link is appended. */
        private static final String CHOOSE_PASSWORD = "/mot-de-passe?lien=";

        private final AccountLookup accounts;
        private final MailSecrets secrets;
        private final PublicAddress publicAddress;

        @Inject
        MailContent(AccountLookup accounts, MailSecrets secrets, PublicAddress publicAddress) {
            this.accounts = accounts;
            this.secrets = secrets;
            this.publicAddress = publicAddress;
        }

        /** @return empty when the person may no longer sign in: the mail is not sent */
        Optional<MailValues> of(ClaimedMail claim) {
            if (claim.accountId() == null) {
                return Optional.of(claim.values());
            }
            return accounts.find(claim.accountId())
                    .filter(KnownAccount::active)
                    .map(person -> withSecret(claim, personal(claim.values(), person)));
        }

        private static MailValues personal(MailValues values, KnownAccount person) {
            var name = Stream.of(person.firstName(), person.lastName())
                    .filter(Objects::nonNull)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
            return values.and("name", name.isEmpty() ? person.email() : name).and("login", person.email());
        }

        private MailValues withSecret(ClaimedMail claim, MailValues values) {
            return switch (claim.template().secret()) {
                case LINK -> values.and("link", link(claim));
                case CODE -> values.and("code", secrets.code(claim.signInId()));
                case NONE -> values;
            };
        }

        private String link(ClaimedMail claim) {
            var purpose = claim.template() == MailTemplate.INVITATION ? LinkPurpose.INVITATION : LinkPurpose.RESET;
            var secret = secrets.link(claim.accountId(), purpose);
            return publicAddress.uri() + CHOOSE_PASSWORD + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        }
    }
}
