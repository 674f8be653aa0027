package fr.hubee.desk.casework;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.KnownAccount;

/** Defines who may handle a case: an active person of its service, who manages the télédossiers of its démarche. */
final class HandlerPolicy {

    private HandlerPolicy() {}

    static boolean allow(KnownAccount person, OrganizationKey recipient, String processCode) {
        return person.active()
                && person.organization().equals(recipient)
                && person.managedProcesses().contains(processCode);
    }
}
