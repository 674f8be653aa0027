package fr.hubee.desk.casework;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Removes handlers when a merge is undone; the calling feature checks the permissions. */
@Dependent
public class HandlerTransfer {
    @Inject
    HandlerRepository handlers;

    /** Removes the people of each organisation as handlers of the other's cases. */
    public void forgetStrangers(OrganizationKey one, OrganizationKey other) {
        handlers.removeOfOthers(one, other);
        handlers.removeOfOthers(other, one);
    }
}
