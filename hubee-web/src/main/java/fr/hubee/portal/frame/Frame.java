package fr.hubee.portal.frame;

import fr.hubee.account.AccountDetail;
import fr.hubee.account.AccountService;
import fr.hubee.portal.address.Pages;
import fr.hubee.signin.session.SessionSettings;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who is there, for the header of every page. */
@Named
@RequestScoped
public class Frame {
    @Inject
    CurrentCaller currentCaller;

    @Inject
    AccountService accounts;

    @Inject
    SessionSettings sessions;

    @Inject
    HttpServletRequest request;

    private AccountDetail account;

    public boolean isSignedIn() {
        return currentCaller.isKnown();
    }

    /** Everybody may see this page: nothing of it is kept in the server, which strangers could fill. */
    public boolean isOpen() {
        return Pages.isOpen(Pages.path(request));
    }

    /** Of the person who is signed in. */
    public AccountDetail getAccount() {
        if (account == null) {
            account = accounts.readProfile(currentCaller.get());
        }
        return account;
    }

    /** In seconds: how long a session lasts unused. */
    public long getIdle() {
        return sessions.idle().toSeconds();
    }

    public List<MenuEntry> getMenu() {
        return MenuEntry.of(currentCaller.get());
    }

    /** Whether a page of the menu is the one that is shown, or one that belongs to it. */
    public boolean isAt(MenuEntry entry) {
        return MenuEntry.at(request.getServletPath()).filter(entry::equals).isPresent();
    }

    public boolean isSearching() {
        return isSignedIn() && getMenu().contains(MenuEntry.FOLDERS);
    }
}
