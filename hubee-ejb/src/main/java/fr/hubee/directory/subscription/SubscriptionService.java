package fr.hubee.directory.subscription;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.RefusalText;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The subscriptions of organisations to démarches. */
@Stateless
public class SubscriptionService {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    ProcessService processes;

    @Inject
    OrganizationService organizations;

    @Inject
    CertificateStore certificates;

    @Inject
    AuditJournal journal;

    @Inject
    Event<SubscriptionEvent> happened;

    @Inject
    Clock clock;

    /** Adds the subscription, unless the pair has one: later changes are kept. */
    @RolesAllowed(RoleNames.BATCH)
    public void addIfAbsent(String processCode, OrganizationKey subscriber, SubscriptionDetails details) {
        if (subscriptions.isFree(processCode, subscriber)) {
            subscriptions.add(new Subscription(processCode, subscriber, details, clock.instant()));
        }
    }

    /**
     * Adds a requested subscription, already validated or refused.
     *
     * @throws InvalidRequest with the contract's text when the pair has one
     */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.DATAPASS})
    public RegisteredSubscription create(
            Caller caller, String processCode, OrganizationKey subscriber, SubscriptionDetails wanted) {
        var process = requireOpen(processCode);
        requireKnown(subscriber);
        requireKnown(wanted.editor());
        if (!subscriptions.isFree(processCode, subscriber)) {
            throw new InvalidRequest(
                    "Subscription " + processCode + " for organization " + subscriber + " already exists");
        }
        var now = clock.instant();
        var subscription = Subscription.request(processCode, subscriber, wanted, now);
        if (process.subscriptionValidation() == SubscriptionValidation.Auto) {
            subscription.validateOnArrival(now);
        }
        subscriptions.add(subscription);
        journal.record(Act.by(caller, subscription.details().actSince(null))
                .on(subscriber, subscription.id())
                .version(subscription.version())
                .changing(null, subscription.details()));
        if (subscription.status() != SubscriptionStatus.REFUSED) {
            happened.fire(subscription.requested());
        }
        return subscriptions.registered(subscription.id());
    }

    /** @param processCode and subscriber must be those of the subscription: they cannot be changed */
    @RolesAllowed(RoleNames.ADMIN)
    public RegisteredSubscription change(
            Caller caller, UUID id, String processCode, OrganizationKey subscriber, SubscriptionDetails wanted) {
        var subscription = subscriptions.requireForUpdate(id);
        requireKnown(wanted.editor());
        subscription.requireOf(processCode, subscriber);
        var before = subscription.details();
        subscription.change(wanted, clock.instant());
        if (certificates.isMissing(subscription, before)) {
            throw new InvalidRequest(
                    "Process " + processCode + " requires certified software, see /logiciels-certifies");
        }
        var after = subscription.details();
        var registered = subscriptions.registered(id);
        journal.record(Act.by(caller, after.actSince(before))
                .on(subscriber, id)
                .version(subscription.version())
                .changing(before, after));
        if (after.isAcceptedAfter(before)) {
            happened.fire(subscription.requested());
        }
        if (!Objects.equals(before.editor(), after.editor())) {
            happened.fire(new SubscriptionEvent.EditorChanged(id, caller));
        }
        return registered;
    }

    @RolesAllowed({RoleNames.OSL, RoleNames.ADMIN})
    public RegisteredSubscription read(Caller caller, UUID id) {
        var subscription = subscriptions.registered(id);
        if (!caller.covers(subscription.processCode())) {
            throw new NotAllowed().because("OF_ANOTHER", caller.name()).on(id);
        }
        return subscription;
    }

    /** Returns the subscriptions to the démarches that the caller's credentials cover. */
    @RolesAllowed({RoleNames.OSL, RoleNames.ADMIN})
    public Page<RegisteredSubscription> page(Caller caller, SubscriptionQuery query) {
        return subscriptions.page(caller.is(RoleNames.ADMIN) ? null : caller.processCodes(), query);
    }

    /** Whether the organisation has a subscription to the démarche, in any status. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.BATCH})
    public boolean exists(String processCode, OrganizationKey subscriber) {
        return subscriptions.find(processCode, subscriber).isPresent();
    }

    /** Returns the subscription of the pair, in any status; a concurrent creation waits. */
    @RolesAllowed(RoleNames.ADMIN)
    public Optional<UUID> idOf(String processCode, OrganizationKey subscriber) {
        subscriptions.lock(processCode, subscriber);
        return subscriptions.find(processCode, subscriber).map(Subscription::id);
    }

    /**
     * The codes of the démarches that an organisation has subscribed to, active or not. Open to all: it is called
     * during authentication.
     */
    @PermitAll
    public List<String> codesOf(OrganizationKey subscriber) {
        return subscriptions.codesOf(subscriber);
    }

    private ProcessDetails requireOpen(String code) {
        var process = processes
                .find(code)
                .orElseThrow(() -> new InvalidRequest(
                        RefusalText.of("Process ").quote(code).and(" does not exist")));
        if (!process.activated()) {
            throw new InvalidRequest("Process " + code + " is not activated");
        }
        return process;
    }

    /** @param organization may be null */
    private void requireKnown(OrganizationKey organization) {
        if (organization != null && !organizations.exists(organization)) {
            throw new InvalidRequest("Organization " + organization + " does not exist");
        }
    }
}
