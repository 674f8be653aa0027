package fr.hubee.caselist;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
import java.util.Set;

/**
 * Which cases a person's list is made of: those of her organisation, of the démarches that she is habilitated for; of an
 * operator's administrator, those of its démarches, whoever receives them; of the national administrator, all.
 *
 * @param recipient null for any
 * @param processCodes null for any
 */
record CaseReach(OrganizationKey recipient, Set<String> processCodes) {

    static CaseReach of(Caller caller) {
        if (caller.is(Roles.ADMIN)) {
            return new CaseReach(null, null);
        }
        return new CaseReach(caller.is(Roles.BUSINESS) ? null : caller.organization(), caller.processCodes());
    }

    boolean covers(String processCode) {
        return processCodes == null || processCodes.contains(processCode);
    }
}
