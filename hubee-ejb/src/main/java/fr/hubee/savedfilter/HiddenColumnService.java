package fr.hubee.savedfilter;

import fr.hubee.account.AccountLookup;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** The columns that a person does without, in the list of télédossiers and in its files: what a later release adds is shown. */
@Stateless
@RolesAllowed({Roles.READ_FOLDERS, Roles.BUSINESS, Roles.ADMIN})
public class HiddenColumnService {
    @Inject
    HiddenColumnRepository columns;

    @Inject
    AccountLookup accounts;

    /** Those that she does without; none to begin with. */
    public Set<CaseColumn> hidden(Caller caller) {
        return columns.of(caller.name());
    }

    /** From now on, wherever she signs in. */
    public void hide(Caller caller, Set<CaseColumn> hidden) {
        columns.keep(accounts.require(caller).id(), hidden);
    }
}
