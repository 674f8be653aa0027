package fr.hubee.desk.caselist;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The columns that a person hides, in the list of télédossiers and in its exports. Columns of later releases are shown
 * by default.
 */
@Stateless
@RolesAllowed({Roles.READ_FOLDERS, Roles.BUSINESS, Roles.ADMIN})
public class HiddenColumnService {
    @Inject
    HiddenColumnRepository columns;

    @Inject
    AccountLookup accounts;

    /** The hidden columns; none by default. */
    public Set<CaseColumn> hidden(Caller caller) {
        return columns.of(caller.name());
    }

    /** Stored for the account, in every browser. */
    public void hide(Caller caller, Set<CaseColumn> hidden) {
        columns.keep(accounts.require(caller).id(), hidden);
    }
}
