package fr.hubee.mail.outbox;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import fr.hubee.mail.outbox.MailRounds.MailPosted;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The outbox, for the national administrator; and the end of its mails. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class MailOutboxService {
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    MailOutbox mails;

    @Inject
    AuditJournal journal;

    @Inject
    MailRounds rounds;

    @Inject
    Event<MailPosted> posted;

    @Inject
    Clock clock;

    public Page<MailLine> page(MailQuery query) {
        return mails.page(query);
    }

    public MailCounts counts() {
        return new MailCounts(
                mails.count(MailState.WAITING, null),
                mails.count(MailState.WAITING, clock.instant().minus(LATE)),
                mails.count(MailState.GIVEN_UP, null),
                rounds.isRelayDown());
    }

    /** Retries an abandoned mail, for another three days. */
    public void retry(Caller caller, UUID id) {
        var mail = mails.requireForUpdate(id);
        mail.retry(clock.instant());
        journal.record(Act.by(caller, AuditAction.MAIL_RETRIED)
                .on(null, id)
                .with(Changes.of("recipient", mail.recipient()).and("template", mail.template())));
        posted.fire(new MailPosted());
    }

    /**
     * Deletes mails a month after they were sent, abandoned or dropped: they contain addresses.
     *
     * @return how many were deleted
     */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        return mails.removeEndedBefore(clock.instant().minus(KEPT));
    }

    /**
     * The state of the outbox.
     *
     * @param late number of mails waiting for more than a quarter of an hour
     * @param givenUp number of mails abandoned in the last thirty days
     * @param relayDown whether this server did not reach the relay when it last had a mail to send
     */
    public record MailCounts(long waiting, long late, long givenUp, boolean relayDown) {}
}
