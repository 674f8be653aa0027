package fr.hubee.directory.subscription;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * People's actions on a subscription, step by step. Each takes the version shown on the page, and fails with the
 * concurrent changes if it is outdated; each returns the new version. A job announces the start on the day of activation; the start itself
 * needs none, see {@link Subscription#receivesAt}.
 */
@Stateless
@RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.ADMIN})
public class SubscriptionLifeService {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    SubscriptionAccess access;

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

    @RolesAllowed({RoleNames.BUSINESS, RoleNames.ADMIN})
    public long validate(Caller caller, UUID id, long version) {
        return step(
                caller, id, version, access::validatable, AuditAction.SUBSCRIPTION_VALIDATED, Subscription::validate);
    }

    @RolesAllowed({RoleNames.BUSINESS, RoleNames.ADMIN})
    public long refuse(Caller caller, UUID id, long version, String reason) {
        return step(
                caller,
                id,
                version,
                access::validatable,
                AuditAction.SUBSCRIPTION_REFUSED,
                (subscription, now) -> subscription.refuse(reason, now));
    }

    /** @param day the first day of service, in Paris */
    public long activate(Caller caller, UUID id, long version, LocalDate day) {
        return step(
                caller,
                id,
                version,
                access::manageable,
                AuditAction.SUBSCRIPTION_ACTIVATED,
                (subscription, now) -> subscription.activate(day, rule(subscription), now));
    }

    /** Stops new folders at once; existing cases can still be handled. */
    public long suspend(Caller caller, UUID id, long version) {
        return step(caller, id, version, access::manageable, AuditAction.SUBSCRIPTION_SUSPENDED, Subscription::suspend);
    }

    public long reactivate(Caller caller, UUID id, long version) {
        return step(
                caller,
                id,
                version,
                access::manageable,
                AuditAction.SUBSCRIPTION_ACTIVATED,
                (subscription, now) -> subscription.reactivate(rule(subscription), now));
    }

    /** Unchanged settings are not recorded. */
    @RecentSecondFactor
    public long configure(Caller caller, UUID id, long version, SubscriptionSettings wanted) {
        return step(
                caller,
                id,
                version,
                access::configurable,
                AuditAction.SUBSCRIPTION_CHANGED,
                (subscription, now) -> configure(subscription, wanted, now));
    }

    /** All that {@link #configure} refuses in the fields, for their form. */
    public List<FieldProblem<SubscriptionSettings.Field>> problems(
            Caller caller, UUID id, SubscriptionSettings wanted) {
        access.configurable(caller, id);
        return problems(wanted);
    }

    private List<FieldProblem<SubscriptionSettings.Field>> problems(SubscriptionSettings wanted) {
        return new FieldChecks<SubscriptionSettings.Field>()
                .and(wanted.problems())
                .check(SubscriptionSettings.Field.EDITOR, () -> requireKnown(wanted.keptEditor()))
                .problems();
    }

    private void requireKnown(OrganizationKey editor) {
        if (editor != null && !organizations.exists(editor)) {
            throw new InvalidRequest(Words.text("directory.subscription.unknownEditor"));
        }
    }

    private void configure(Subscription subscription, SubscriptionSettings wanted, Instant now) {
        FieldProblem.requireNone(problems(wanted));
        var settings = wanted.checked();
        if (!settings.equals(subscription.settings())) {
            subscription.configure(settings, now);
        }
    }

    /** Locks the row before any check, since the rights may have just changed. */
    private long step(
            Caller caller,
            UUID id,
            long version,
            BiFunction<Caller, UUID, RegisteredSubscription> allowed,
            AuditAction action,
            BiConsumer<Subscription, Instant> change) {
        var subscription = subscriptions.requireForUpdate(id);
        var subscriber = allowed.apply(caller, id).subscriber();
        journal.requireUnchanged(id, version, subscription.version(), SubscriptionWording.STORY);
        var before = subscription.details();
        change.accept(subscription, clock.instant());
        if (certificates.isMissing(subscription, before)) {
            throw new InvalidRequest(Words.text("directory.certificate.required"));
        }
        subscriptions.flush();
        var after = subscription.details();
        if (!before.equals(after)) {
            journal.record(Act.by(caller, action)
                    .on(subscriber, id)
                    .version(subscription.version())
                    .changing(before, after));
        }
        if (after.isAcceptedAfter(before)) {
            happened.fire(subscription.requested());
        }
        if (!Objects.equals(before.editor(), after.editor())) {
            happened.fire(new SubscriptionEvent.EditorChanged(id, caller));
        }
        return subscription.version();
    }

    private SubscriptionValidation rule(Subscription subscription) {
        return processes
                .find(subscription.processCode())
                .map(ProcessDetails::subscriptionValidation)
                .orElseThrow();
    }

    /**
     * Returns the subscriptions whose start day has come without an event yet, ordered by identifier.
     *
     * @param after null for the first page
     */
    @RolesAllowed(RoleNames.BATCH)
    public List<UUID> beginning(UUID after, int maxResult) {
        return subscriptions.beginning(clock.instant(), after, maxResult);
    }

    /** @return whether the start was announced */
    @RolesAllowed(RoleNames.BATCH)
    public boolean begin(UUID id) {
        var subscription = subscriptions.requireForUpdate(id);
        if (!subscription.begin(clock.instant())) {
            return false;
        }
        subscriptions.flush();
        journal.record(Act.by(Caller.HUB, AuditAction.SUBSCRIPTION_STARTED)
                .on(subscription.subscriber(), id)
                .version(subscription.version())
                .with(Changes.of("activatedAt", subscription.details().activatedAt())));
        happened.fire(new SubscriptionEvent.Started(id));
        return true;
    }
}
