package fr.hubee.directory.organization;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes one instructing service the successor of another; the calling service checks the permissions. */
@Dependent
public class OrganizationSuccession {
    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** @throws InvalidRequest with a French message, when the second cannot succeed the first */
    public Heirs require(OrganizationKey from, OrganizationKey to) {
        if (from.type() != OrganizationType.SI || to.type() != OrganizationType.SI) {
            throw new InvalidRequest(Words.text("directory.merge.types"));
        }
        if (from.equals(to)) {
            throw new InvalidRequest(Words.text("directory.merge.same"));
        }
        var heirs = new Heirs(details(from), details(to));
        if (!heirs.successor().isActive()) {
            throw new InvalidRequest(Words.text("directory.merge.inactive", to));
        }
        return heirs;
    }

    public record Heirs(OrganizationDetails predecessor, OrganizationDetails successor) {}

    /** The same at the start of a succession: locks both organisations until the end of the transaction. */
    public Heirs begin(OrganizationKey from, OrganizationKey to) {
        require(from, to);
        hold(from, to);
        return require(from, to);
    }

    public void hold(OrganizationKey from, OrganizationKey to) {
        Stream.of(from, to)
                .sorted(Comparator.comparing(OrganizationKey::toString)) // one order, against deadlocks
                .forEach(organizations::requireForUpdate);
    }

    /** Makes the predecessor inactive, and records the succession for both. */
    public void end(Caller caller, OrganizationKey from, OrganizationKey to, Changes moved) {
        var predecessor = organizations.requireForUpdate(from);
        var before = predecessor.details().status();
        predecessor.change(predecessor.details().withStatus(OrganizationDetails.INACTIVE), clock.instant());
        organizations.flush();
        var changes = moved.and("predecessor", from).and("successor", to);
        journal.record(Act.by(caller, AuditAction.ORGANIZATIONS_MERGED)
                .on(from, from)
                .version(predecessor.version())
                .with(changes.and("status", before, OrganizationDetails.INACTIVE)));
        journal.record(
                Act.by(caller, AuditAction.ORGANIZATIONS_MERGED).on(to, to).with(changes));
    }

    /**
     * Gives the predecessor its former status back, unless somebody has changed it since, and records that the succession is
     * undone for both.
     */
    public void undo(Caller caller, OrganizationKey from, OrganizationKey to, String formerStatus, Changes returned) {
        var predecessor = organizations.requireForUpdate(from);
        var before = predecessor.details().status();
        if (OrganizationDetails.INACTIVE.equals(before)) {
            predecessor.change(predecessor.details().withStatus(formerStatus), clock.instant());
            organizations.flush();
        }
        var changes = returned.and("predecessor", from).and("successor", to);
        journal.record(Act.by(caller, AuditAction.MERGE_UNDONE)
                .on(from, from)
                .version(predecessor.version())
                .with(changes.and("status", before, predecessor.details().status())));
        journal.record(Act.by(caller, AuditAction.MERGE_UNDONE).on(to, to).with(changes));
    }

    private OrganizationDetails details(OrganizationKey key) {
        return organizations
                .registered(key)
                .map(RegisteredOrganization::details)
                .orElseThrow(() -> new InvalidRequest(Words.text("directory.merge.unknown", key)));
    }
}
