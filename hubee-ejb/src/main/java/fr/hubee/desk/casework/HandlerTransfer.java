package fr.hubee.desk.casework;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Who handles cases when organisations part; the calling feature checks the permissions. */
@Dependent
public class HandlerTransfer {
    @Inject
    HandlerRepository handlers;

    /** A person of one handles no case of the other. */
    public void forgetStrangers(OrganizationKey one, OrganizationKey other) {
        handlers.removeOfOthers(one, other);
        handlers.removeOfOthers(other, one);
    }
}
