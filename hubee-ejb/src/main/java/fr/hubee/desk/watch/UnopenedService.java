package fr.hubee.desk.watch;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The services that do not answer, for the people who see their subscriptions. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BUSINESS, Roles.READ_SUBSCRIPTIONS, Roles.MANAGE_SUBSCRIPTIONS})
public class UnopenedService {
    @Inject
    UnopenedRepository unopened;

    /**
     * Returns one line for each service and démarche.
     *
     * @param process null for all
     */
    public Page<Unopened> page(
            Caller caller, String process, UnopenedSort sort, boolean descending, int offset, int maxResult) {
        return unopened.page(caller, process, sort, descending, offset, maxResult);
    }

    public UnopenedCount count(Caller caller) {
        return unopened.count(caller);
    }
}
