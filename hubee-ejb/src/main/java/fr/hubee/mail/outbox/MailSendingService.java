package fr.hubee.mail.outbox;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.mail.outbox.Mail.ClaimedMail;
import fr.hubee.mail.outbox.MailRounds.MailPosted;
import fr.hubee.mail.outbox.MailRounds.RelayDown;
import fr.hubee.mail.outbox.RelayLine.Delivery;
import fr.hubee.mail.outbox.RelayLine.RelayUnreachable;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends due mails over one connection to the relay. Several may run concurrently, on this server and others: each mail
 * is claimed by one.
 *
 * <p>No transaction is open during the dialogue with the relay. Any caller that posts a mail may trigger it, hence
 * {@code RunAs}.
 */
@Stateless
@RunAs(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSendingService {
    /** Time after which remaining claims are given back with a slow relay, so that one-time codes are not delayed. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(MailSendingService.class.getName());

    @Resource(lookup = "java:jboss/mail/Hubee")
    Session session;

    @Inject
    MailQueue queue;

    @Inject
    MailComposer composer;

    @Inject
    Event<MailPosted> posted;

    @Inject
    Event<RelayDown> relayDown;

    @Inject
    OwnWork work;

    @Inject
    Clock clock;

    /** @return the number of mails sent */
    @PermitAll
    public int sendDue(Requester requester) {
        if (!queue.isAnyDue()) {
            return 0;
        }
        try (var round = work.round("mails", requester);
                var line = new RelayLine(session)) {
            int sent = sendOver(line);
            round.with("hubee.done", sent);
            return sent;
        }
    }

    private int sendOver(RelayLine line) {
        int sent = 0;
        while (line.seemsWell() && isOpen(line)) {
            var claims = queue.claim();
            if (claims.isEmpty()) {
                break;
            }
            if (claims.size() == MailQueue.BATCH) {
                posted.fire(new MailPosted()); // start another connection in parallel
            }
            sent += send(claims, line);
        }
        if (!line.seemsWell()) {
            isDown("it breaks the line again and again");
        }
        return sent;
    }

    /** Sends mails until the connection is lost, or the time limit is reached. */
    private int send(List<ClaimedMail> claims, RelayLine line) {
        var end = clock.instant().plus(LONGEST);
        int sent = 0;
        int tried = 0;
        boolean goesOn = true;
        while (goesOn && tried < claims.size()) {
            var outcome = deliver(claims.get(tried), line);
            sent += outcome == Delivery.Outcome.SENT ? 1 : 0;
            tried++;
            goesOn = outcome != Delivery.Outcome.LINE_LOST && clock.instant().isBefore(end);
        }
        if (tried < claims.size()) {
            queue.giveBack(claims.subList(tried, claims.size()));
        }
        return sent;
    }

    /** Whether the connection is open; otherwise no mail is tried and none changes. */
    private boolean isOpen(RelayLine line) {
        try {
            line.open();
            return true;
        } catch (RelayUnreachable failure) {
            isDown(failure.getMessage());
            boolean more = true;
            while (more) {
                more = queue.giveUpOneOverdue(failure.getMessage());
            }
            return false;
        }
    }

    private void isDown(String reason) {
        relayDown.fire(new RelayDown(reason, queue.isAnyAwaited()));
    }

    private Delivery.Outcome deliver(ClaimedMail claim, RelayLine line) {
        var message = made(claim);
        if (message.isEmpty()) {
            return Delivery.Outcome.FAILED;
        }
        var delivery = line.send(message.get());
        var outcome = switch (delivery.outcome()) {
            case SENT -> MailState.SENT;
            case REFUSED -> MailState.GIVEN_UP;
            case FAILED, LINE_LOST -> MailState.WAITING;
        };
        queue.settle(claim, outcome, delivery.reason());
        return delivery.outcome();
    }

    /** A mail that cannot be built does not stop the others. */
    private Optional<MimeMessage> made(ClaimedMail claim) {
        try {
            var values = claim.accountId() == null ? Optional.of(claim.values()) : queue.values(claim);
            if (values.isPresent()) {
                return Optional.of(composer.compose(session, claim, values.get()));
            }
            queue.settle(claim, MailState.DROPPED, Words.text("mail.deactivated"));
        } catch (HubeeException invalid) { // no longer useful
            queue.settle(claim, MailState.DROPPED, invalid.getMessage());
        } catch (AddressException failure) {
            queue.settle(claim, MailState.GIVEN_UP, failure.getMessage());
        } catch (MessagingException | RuntimeException invalid) {
            LOG.log(Level.WARNING, "Mail {0} cannot be made: {1}", String.valueOf(claim.id()), invalid.toString());
            queue.settle(
                    claim, MailState.WAITING, "not made: " + invalid.getClass().getSimpleName());
        }
        return Optional.empty();
    }
}
