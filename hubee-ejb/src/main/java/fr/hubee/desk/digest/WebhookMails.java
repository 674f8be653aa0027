package fr.hubee.desk.digest;

import fr.hubee.exchange.feed.WebhookEndpoint.EndpointInTrouble;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Tells the administrators of an organisation what has become of an address of its software. */
@ApplicationScoped
class WebhookMails {
    private static final String PAGE = "/etre-prevenu";

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    void on(@Observes EndpointInTrouble event) {
        var type = event.organization().type() == OrganizationType.OSL
                ? ActorType.BUSINESS_ADMINISTRATOR
                : ActorType.LOCAL_ADMINISTRATOR;
        var values = MailValues.of("organization", event.organizationName())
                .and("process", String.join(", ", event.processCodes()))
                .and("host", event.host())
                .and("title", event.trouble().title())
                .and("advice", event.trouble().advice())
                .and("listPath", PAGE)
                .and("settingsPath", PAGE)
                // for the release before, which sends it as a digest
                .and(
                        "news",
                        List.of(MailValues.of(
                                        "text",
                                        Words.text(
                                                "desk.webhook.inDigest",
                                                event.trouble().title(),
                                                event.host()))
                                .and("listPath", PAGE)));
        accounts.active(type, event.organization())
                .forEach(person -> outbox.post(NewMail.to(person, MailTemplate.WEBHOOK_DISABLED, values)));
    }
}
