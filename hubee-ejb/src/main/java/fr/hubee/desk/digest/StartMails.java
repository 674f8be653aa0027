package fr.hubee.desk.digest;

import fr.hubee.directory.subscription.Addressee;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionEvent;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.NewMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Informs an administration by mail that its télédossiers arrive from now on, unless it wants no mails. */
@ApplicationScoped
class StartMails {
    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    MailOutbox outbox;

    void on(@Observes SubscriptionEvent.Started event) {
        subscriptions
                .addressee(event.subscriptionId())
                .filter(Addressee::hasAddress)
                .filter(addressee -> addressee.frequency() != NotificationFrequency.NONE)
                .ifPresent(addressee -> outbox.post(
                        NewMail.to(addressee.email(), MailTemplate.SUBSCRIPTION_STARTED, CaseMails.values(addressee))));
    }
}
