package fr.hubee.mail.outbox;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.mail.template.MailValues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sender's updates of the outbox: each method is a short transaction, and none is open during the dialogue with the
 * relay.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class MailQueue {
    /** Large enough for throughput, small enough when a sender dies and its claims must expire. */
    static final int BATCH = 20;

    /** Monitoring looks for this code (docs/mail.md). */
    private static final String GIVEN_UP = "HUBEE-MAIL-GIVEN-UP mail {0} ({1}) after {2} attempts";

    private static final System.Logger LOG = System.getLogger(MailQueue.class.getName());

    @Inject
    MailRepository mails;

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

    /**
     * Claims the next mails; no other sender takes them until the claim expires. Returns {@link #BATCH} mails when
     * there may be more.
     */
    public List<ClaimedMail> claim() {
        var now = clock.instant();
        return mails.nextDue(now, BATCH).stream().map(mail -> mail.claim(now)).toList();
    }

    /**
     * The mails were not tried. Always in the same order, to avoid deadlocks: expired claims may belong to another
     * sender.
     */
    public void giveBack(List<ClaimedMail> claims) {
        claims.stream()
                .sorted(Comparator.comparing(ClaimedMail::id))
                .forEach(claim -> note(claim, mail -> mail.giveBack(clock.instant())));
    }

    /** @return empty when the mail must no longer be sent */
    public Optional<MailValues> values(ClaimedMail claim) {
        return content.of(claim);
    }

    public void sent(ClaimedMail claim) {
        note(claim, mail -> mail.sent(clock.instant()));
    }

    public void dropped(ClaimedMail claim, String reason) {
        note(claim, mail -> mail.drop(reason, clock.instant()));
    }

    /** A temporary failure. */
    public void failed(ClaimedMail claim, String reason) {
        note(claim, mail -> {
            mail.failed(reason, clock.instant());
            reportIfGivenUp(mail);
        });
    }

    /** A permanent failure. */
    public void refused(ClaimedMail claim, String reason) {
        note(claim, mail -> {
            mail.giveUp(reason, clock.instant());
            reportIfGivenUp(mail);
        });
    }

    /** While the relay is down, no mail is tried; those that have waited too long are still abandoned. */
    public boolean giveUpOneOverdue(String reason) {
        var now = clock.instant();
        var overdue = mails.nextOverdue(now);
        overdue.ifPresent(mail -> {
            mail.giveUp(reason, now);
            reportIfGivenUp(mail);
        });
        return overdue.isPresent();
    }

    private void note(ClaimedMail claim, Consumer<Mail> what) {
        mails.claimed(claim)
                .ifPresentOrElse(
                        what,
                        () -> LOG.log(
                                Level.WARNING, "Mail {0} took longer than its claim", String.valueOf(claim.id())));
    }

    private void reportIfGivenUp(Mail mail) {
        if (mail.state() != MailState.GIVEN_UP) {
            return;
        }
        LOG.log(Level.ERROR, GIVEN_UP, mail.id(), mail.template(), mail.attempts());
        journal.record(Act.by(Caller.HUB, AuditAction.MAIL_GIVEN_UP)
                .on(null, mail.id())
                .with(Changes.told("recipient", mail.recipient())
                        .and("template", mail.template())
                        .and("reason", mail.lastError())));
    }
}
