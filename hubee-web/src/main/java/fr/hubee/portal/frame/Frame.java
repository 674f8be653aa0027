package fr.hubee.portal.frame;

import fr.hubee.account.AccountDetail;
import fr.hubee.account.AccountService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is there, for the header of every page. */
@Named
@RequestScoped
public class Frame {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    AccountService accounts;

    private AccountDetail account;

    public boolean isSignedIn() {
        return currentCaller.isKnown();
    }

    /** Of the person who is signed in. */
    public AccountDetail getAccount() {
        if (account == null) {
            account = accounts.readProfile(currentCaller.get());
        }
        return account;
    }
}
