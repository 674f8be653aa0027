package fr.hubee.desk.digest;

import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Sends a mail to an administrator with an account when a new subscription names her. A person without an account gets an invitation instead. */
@ApplicationScoped
class NamedAdministratorMails {
    @Inject
    AccountLookup accounts;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    MailOutbox outbox;

    void on(@Observes AccountEvent.NamedBySubscription event) {
        var person = accounts.find(event.accountId()).orElseThrow();
        var subscription = subscriptions.addressee(event.subscriptionId()).orElseThrow();
        var path = "/abonnement?id=" + event.subscriptionId();
        var text = Words.text("desk.digest.named", subscription.processName());
        outbox.post(NewMail.to(
                person,
                MailTemplate.SUBSCRIPTION_NAMED,
                MailValues.of("process", subscription.processName())
                        .and("organization", subscription.organizationName())
                        .and("listPath", path)
                        // for the release before, which sends it as a digest
                        .and("settingsPath", path)
                        .and("news", List.of(MailValues.of("text", text).and("listPath", path)))));
    }
}
