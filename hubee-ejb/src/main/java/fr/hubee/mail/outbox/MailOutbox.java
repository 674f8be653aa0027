package fr.hubee.mail.outbox;

import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.mail.outbox.MailRounds.MailPosted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Features post their mails here: they are sent after the transaction commits, and never after a rollback. */
@Dependent
public class MailOutbox {
    @Inject
    MailRepository mails;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    @Inject
    Event<MailPosted> posted;

    public void post(NewMail wanted) {
        mails.add(new Mail(wanted, publicAddress.uri().getHost(), clock.instant()));
        posted.fire(new MailPosted());
    }
}
