package fr.hubee.people.account;

import fr.hubee.directory.subscription.Contact;
import fr.hubee.directory.subscription.SubscriptionEvent;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * Creates the account of the administrator of a new subscription (specification §5.1).
 *
 * <p>The subscription is valid without the account: when no account could be created, the journal records why.
 */
@ApplicationScoped
class AdministratorFromSubscription {
    @Inject
    AccountRepository accounts;

    @Inject
    AccountAccess access;

    @Inject
    AuditJournal journal;

    @Inject
    Event<AccountEvent> happened;

    @Inject
    Clock clock;

    void on(@Observes SubscriptionEvent.Requested event) {
        var administrator = event.localAdministrator();
        if (isBlank(administrator.firstName()) || isBlank(administrator.lastName())) {
            return; // no address: the partner wants no account (specification §2.4)
        }
        try {
            invite(event, administrator);
        } catch (InvalidRequest invalid) {
            recordFailure(event, invalid.getMessage());
        }
    }

    private void invite(SubscriptionEvent.Requested event, Contact administrator) {
        RightsPolicy.requireFit(ActorType.LOCAL_ADMINISTRATOR, event.subscriber());
        var email = EmailAddress.of(administrator.email()).text().toLowerCase(Locale.ROOT);
        var identity = identity(administrator).tidied();
        if (accounts.isFree(email)) {
            access.open(Caller.HUB, Account.fromSubscription(email, event.subscriber(), identity, clock.instant()));
        } else {
            accounts.findByEmail(email)
                    .ifPresent(known -> hindrance(known, event.subscriber())
                            .ifPresentOrElse(
                                    reason -> recordFailure(event, reason),
                                    () -> happened.fire(
                                            new AccountEvent.NamedBySubscription(known.id(), event.subscriptionId()))));
        }
    }

    private static Identity identity(Contact contact) {
        return new Identity(
                null,
                contact.firstName(),
                contact.lastName(),
                contact.function(),
                contact.phoneNumber(),
                contact.mobileNumber());
    }

    /**
     * Returns the reason why the holder of an account is no administrator of the subscription. An existing account of this organisation is left
     * unchanged: DataPass does not manage its rights.
     */
    static Optional<String> hindrance(Account known, OrganizationKey subscriber) {
        if (!known.organization().equals(subscriber)) {
            return Optional.of(Words.text("people.account.elsewhere"));
        }
        return known.isActive() ? Optional.empty() : Optional.of(Words.text("people.account.closed"));
    }

    private void recordFailure(SubscriptionEvent.Requested event, String reason) {
        journal.record(Act.by(Caller.HUB, AuditAction.ACCOUNT_NOT_CREATED)
                .on(event.subscriber(), event.localAdministrator().email())
                .with(Changes.of("reason", reason).and("subscription", event.subscriptionId())));
    }

    private static boolean isBlank(String name) {
        return name == null || name.isBlank();
    }
}
