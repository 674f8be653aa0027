package fr.hubee.desk.digest;

import fr.hubee.desk.digest.DigestItem.DigestReason;
import fr.hubee.directory.subscription.Addressee;
import fr.hubee.directory.subscription.KnownSubscription;
import fr.hubee.directory.subscription.NotificationFrequency;
import fr.hubee.directory.subscription.SubscriptionEvent;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.exchange.folder.FolderEvent;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Sends an administration a mail about an arrival, or queues it for its digest, in the transaction of the change. */
@ApplicationScoped
class CaseMails {
    @Inject
    SubscriptionLookup subscriptions;

    @PersistenceContext
    EntityManager entities;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /** Informs it that its télédossiers arrive from now on, unless it wants no mails. */
    void on(@Observes SubscriptionEvent.Started event) {
        subscriptions
                .addressee(event.subscriptionId())
                .filter(Addressee::hasAddress)
                .filter(addressee -> addressee.frequency() != NotificationFrequency.NONE)
                .ifPresent(addressee -> outbox.post(
                        NewMail.to(addressee.email(), MailTemplate.SUBSCRIPTION_STARTED, values(addressee))));
    }

    void on(@Observes FolderEvent.CaseNotified event) {
        subscriptionOf(event).ifPresent(subscription -> send(subscription, event, DigestReason.NEW));
    }

    /** While the case waits to be fetched, the mail about its arrival says enough. */
    void on(@Observes FolderEvent.LateFileReceived event) {
        if (!event.caseStatus().isToBeFetched()) {
            subscriptionOf(event).ifPresent(subscription -> send(subscription, event, DigestReason.CHANGED));
        }
    }

    void on(@Observes FolderEvent.CaseEventPassed event) {
        if (event.mailed()) {
            subscriptionOf(event).ifPresent(subscription -> send(subscription, event, DigestReason.CHANGED));
        }
    }

    void on(@Observes FolderEvent.CaseReopened event) {
        if (event.mailed()) {
            subscriptionOf(event).ifPresent(subscription -> send(subscription, event, DigestReason.CHANGED));
        }
    }

    /** Returns none for operators, who poll, and for those who gave no address. */
    private Optional<KnownSubscription> subscriptionOf(FolderEvent event) {
        return event.to().type() != OrganizationType.SI
                ? Optional.empty()
                : subscriptions.find(event.processCode(), event.to()).filter(KnownSubscription::hasAddress);
    }

    private void send(KnownSubscription subscription, FolderEvent event, DigestReason reason) {
        switch (subscription.notificationFrequency()) {
            case EACH ->
                subscriptions
                        .addressee(subscription.id())
                        .ifPresent(addressee -> outbox.post(NewMail.to(
                                subscription.email(),
                                reason == DigestReason.NEW ? MailTemplate.CASE_NEW : MailTemplate.CASE_CHANGED,
                                values(addressee)
                                        .and("number", event.externalId())
                                        .and("listPath", "/teledossier?id=" + event.caseId()))));
            case DAILY, TWICE_A_DAY -> add(subscription, event, reason);
            case NONE -> {
                // no mail wanted
            }
        }
    }

    private void add(KnownSubscription subscription, FolderEvent event, DigestReason reason) {
        entities.persist(new DigestItem(subscription.id(), event.caseId(), reason, clock.instant()));
    }

    static MailValues values(Addressee addressee) {
        return MailValues.of("process", addressee.processName())
                .and("organization", addressee.organizationName())
                .and("listPath", list(addressee.processCode()))
                .and("settingsPath", "/abonnement?id=" + addressee.subscriptionId());
    }

    static String list(String processCode) {
        return "/teledossiers?statut=tous&demarche=" + URLEncoder.encode(processCode, StandardCharsets.UTF_8);
    }
}
