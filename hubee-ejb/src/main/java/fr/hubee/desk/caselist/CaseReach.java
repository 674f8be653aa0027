package fr.hubee.desk.caselist;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cases that a person can list: for an agent, those of her organisation, in the démarches that she is habilitated for; for an
 * operator's administrator, those of its démarches, for any recipient; for the national administrator, all.
 *
 * @param recipient null for any
 * @param processCodes null for any
 * @param people her login, and those of the colleagues whom she replaces: what they have taken is hers
 */
record CaseReach(OrganizationKey recipient, Set<String> processCodes, Set<String> people) {

    static CaseReach of(Caller caller) {
        if (caller.is(RoleNames.ADMIN)) {
            return new CaseReach(null, null, Set.of(caller.name()));
        }
        var people = new TreeSet<>(Set.of(caller.name()));
        caller.deputyship().replaced().forEach(colleague -> people.add(colleague.login()));
        return new CaseReach(
                caller.is(RoleNames.BUSINESS) ? null : caller.organization(), caller.processCodes(), people);
    }

    /**
     * Returns the same cases, of that service only; null for all. Never wider: a person who sees one organisation keeps seeing only that
     * one.
     */
    CaseReach in(OrganizationKey service) {
        return recipient == null ? new CaseReach(service, processCodes, people) : this;
    }

    boolean covers(String processCode) {
        return processCodes == null || processCodes.contains(processCode);
    }
}
