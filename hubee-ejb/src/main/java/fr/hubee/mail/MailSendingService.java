package fr.hubee.mail;

import fr.hubee.security.Roles;
import fr.hubee.shared.HubeeException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Sends what is due, over one line to the relay. As many may run at once as there are servers: each mail is claimed by one.
 *
 * <p>No transaction is open while the relay is talked to. It may be asked for by whoever posts a mail, hence {@code RunAs}.
 */
@Stateless
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSendingService {
    /** As many lines lost one after the other mean that the relay is not well. */
    private static final int LOST_IN_A_ROW = 2;

    private static final System.Logger LOG = System.getLogger(MailSendingService.class.getName());

    @Resource(lookup = "java:jboss/mail/Hubee")
    Session session;

    @Inject
    MailDesk desk;

    @Inject
    MailComposer composer;

    /** @return how many were sent */
    @PermitAll
    public int sendDue() {
        if (!desk.isAnyDue()) {
            return 0;
        }
        try (var line = new RelayLine(session)) {
            return sendOver(line);
        }
    }

    private int sendOver(RelayLine line) {
        int sent = 0;
        int lost = 0;
        while (lost < LOST_IN_A_ROW && isOpen(line)) {
            var claim = desk.claim();
            if (claim.isEmpty()) {
                break;
            }
            var outcome = deliver(claim.get(), line);
            sent += outcome == Delivery.Outcome.SENT ? 1 : 0;
            lost = outcome == Delivery.Outcome.LINE_LOST ? lost + 1 : 0;
        }
        return sent;
    }

    /** When it cannot be opened, no mail is tried: all stay as they are. */
    private boolean isOpen(RelayLine line) {
        try {
            line.open();
            return true;
        } catch (RelayUnreachable down) {
            LOG.log(Level.WARNING, "HUBEE-MAIL-RELAY-DOWN no mail leaves: {0}", down.getMessage());
            boolean more = true;
            while (more) {
                more = desk.giveUpOneOverdue(down.getMessage());
            }
            return false;
        }
    }

    private Delivery.Outcome deliver(Claim claim, RelayLine line) {
        var message = made(claim);
        if (message.isEmpty()) {
            return Delivery.Outcome.FAILED;
        }
        var delivery = line.send(message.get());
        note(claim, delivery);
        return delivery.outcome();
    }

    /** One that cannot be made stops no other. */
    private Optional<MimeMessage> made(Claim claim) {
        try {
            var values = desk.values(claim);
            if (values.isPresent()) {
                return Optional.of(composer.compose(session, claim, values.get()));
            }
            desk.dropped(claim, "Le compte est désactivé.");
        } catch (HubeeException useless) { // what it is about is over
            desk.dropped(claim, useless.getMessage());
        } catch (AddressException nobody) {
            desk.refused(claim, nobody.getMessage());
        } catch (MessagingException | RuntimeException broken) {
            LOG.log(Level.WARNING, "Mail {0} cannot be made: {1}", String.valueOf(claim.id()), broken.toString());
            desk.failed(claim, "not made: " + broken.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private void note(Claim claim, Delivery delivery) {
        switch (delivery.outcome()) {
            case SENT -> desk.sent(claim);
            case REFUSED -> desk.refused(claim, delivery.reason());
            case FAILED, LINE_LOST -> desk.failed(claim, delivery.reason());
        }
    }
}
