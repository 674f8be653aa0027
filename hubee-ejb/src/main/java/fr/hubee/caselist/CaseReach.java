package fr.hubee.caselist;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
import java.util.Set;

/**
 * Which cases a person can list: those of her organisation, in the démarches that she is habilitated for. For an
 * operator's administrator: those of its démarches, for any recipient. For the national administrator: all.
 *
 * @param recipient null for any
 * @param processCodes null for any
 * @param person her login
 */
record CaseReach(OrganizationKey recipient, Set<String> processCodes, String person) {

    static CaseReach of(Caller caller) {
        if (caller.is(Roles.ADMIN)) {
            return new CaseReach(null, null, caller.name());
        }
        return new CaseReach(
                caller.is(Roles.BUSINESS) ? null : caller.organization(), caller.processCodes(), caller.name());
    }

    boolean covers(String processCode) {
        return processCodes == null || processCodes.contains(processCode);
    }
}
