package fr.hubee.directory.subscription;

import fr.hubee.directory.organization.NamedOrganization;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The subscriptions that people see, limited to their perimeter, see {@link Standing}. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
public class SubscriptionOverviewService {
    private static final int MOST = 100;

    @Inject
    SubscriptionLineRepository lines;

    @Inject
    SubscriptionAccess access;

    @Inject
    CertificateStore certificates;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    public Page<SubscriptionLine> page(Caller caller, SubscriptionFilter filter) {
        return lines.page(caller, filter);
    }

    public void beginExport(Caller caller, String format) {
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTIONS_EXPORTED).on(caller.organization(), format));
    }

    public long count(Caller caller, SubscriptionFilter filter) {
        return lines.count(caller, filter);
    }

    /** The démarches that the list can be filtered by: those of the subscriptions that the caller can access. */
    public List<NamedProcess> processes(Caller caller) {
        return lines.processes(caller);
    }

    /**
     * The organisations of these subscriptions, in French order.
     *
     * @param text part of a name or SIRET
     */
    public List<NamedOrganization> subscribers(Caller caller, String text, int most) {
        return lines.subscribers(caller, text, most);
    }

    public SubscriptionDetail read(Caller caller, UUID id) {
        var subscription = access.readable(caller, id);
        var details = subscription.details();
        return new SubscriptionDetail(
                lines.require(id),
                details,
                access.rights(caller, subscription),
                certificates.isMissing(subscription.processCode(), subscription.subscriber(), details));
    }

    /** Returns those in service whose software has no certificate though their démarche requires one; a hundred at most. */
    public List<SubscriptionLine> uncertified(Caller caller) {
        return lines.uncertified(caller, clock.instant(), MOST);
    }

    /** All changes, newest first. */
    public List<HistoryLine> history(Caller caller, UUID id) {
        var subject = access.readable(caller, id).id();
        return journal.of(subject).stream().map(HistoryLine::of).toList();
    }

    /**
     * A subscription as its page shows it.
     *
     * @param line contains the version to send back with a change
     * @param uncertified whether its démarche requires certified software, which its own is not
     */
    public record SubscriptionDetail(
            SubscriptionLine line, SubscriptionDetails details, SubscriptionRights rights, boolean uncertified) {}
}
