package fr.hubee.organization;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/** Lets one instructing service succeed to another; who may ask is for the asking service to say. */
@Dependent
public class OrganizationSuccession {
    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** @throws InvalidRequest with a French sentence, when the one cannot succeed to the other */
    public Heirs require(OrganizationKey from, OrganizationKey to) {
        if (from.type() != OrganizationType.SI || to.type() != OrganizationType.SI) {
            throw new InvalidRequest("Une fusion concerne deux services instructeurs (type SI).");
        }
        if (from.equals(to)) {
            throw new InvalidRequest("Choisissez deux organisations différentes.");
        }
        var heirs = new Heirs(details(from), details(to));
        if (!heirs.successor().isActive()) {
            throw new InvalidRequest("L’organisation " + to + " est inactive : choisissez un successeur actif, ou"
                    + " réactivez-la d’abord.");
        }
        return heirs;
    }

    /** The two organisations, as the register knows them. */
    public record Heirs(OrganizationDetails predecessor, OrganizationDetails successor) {}

    /**
     * The same for a succession that begins: whoever else writes one of the two waits until it has ended, and whoever
     * was before is waited for.
     */
    public Heirs begin(OrganizationKey from, OrganizationKey to) {
        require(from, to);
        Stream.of(from, to)
                .sorted(Comparator.comparing(OrganizationKey::toString)) // or two successions would wait for each other
                .forEach(organizations::requireForUpdate);
        return require(from, to);
    }

    /**
     * The predecessor is inactive from now on, and both know of it.
     *
     * @param moved what was handed over
     */
    public void end(Caller caller, OrganizationKey from, OrganizationKey to, Changes moved) {
        var predecessor = organizations.requireForUpdate(from);
        var before = predecessor.details().status();
        predecessor.change(predecessor.details().withStatus(OrganizationDetails.INACTIVE), clock.instant());
        organizations.flush();
        var told = moved.and("predecessor", from).and("successor", to);
        journal.record(Act.by(caller, AuditAction.ORGANIZATIONS_MERGED)
                .on(from, from)
                .version(predecessor.version())
                .with(told.and("status", before, OrganizationDetails.INACTIVE)));
        journal.record(
                Act.by(caller, AuditAction.ORGANIZATIONS_MERGED).on(to, to).with(told));
    }

    private OrganizationDetails details(OrganizationKey key) {
        return organizations
                .registered(key)
                .map(RegisteredOrganization::details)
                .orElseThrow(() -> new InvalidRequest("L’organisation " + key + " n’existe pas."));
    }
}
