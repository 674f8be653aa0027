package fr.hubee.portal.account;

import fr.hubee.signin.password.ResetWatchService;
import fr.hubee.signin.secondfactor.TotpService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * What an administrator does for somebody else's second factor, on the page of her account. What was offered stays so: who has
 * lost her rights meanwhile is refused by the act.
 */
@Named
@ViewScoped
public class AccountSafety implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    AccountPage page;

    @Inject
    ResetWatchService resets;

    @Inject
    TotpService authenticators;

    @Inject
    CurrentCaller currentCaller;

    private Boolean removable;
    private Boolean watched;

    public boolean isAuthenticatorRemovable() {
        if (removable == null) {
            removable = isOfAnother() && authenticators.isEnrolledBy(currentCaller.get(), page.id());
        }
        return removable;
    }

    /** For who has lost it. */
    public String removeAuthenticator() {
        authenticators.removeOf(currentCaller.get(), page.id());
        return page.done("L’application d’authentification est dissociée : les codes arriveront par courriel.");
    }

    public boolean isWatched() {
        if (watched == null) {
            watched = isOfAnother() && resets.isWatched(currentCaller.get(), page.id());
        }
        return watched;
    }

    public String liftWatch() {
        resets.lift(currentCaller.get(), page.id());
        return page.done("L’attente est levée : les codes reçus par courriel comptent de nouveau.");
    }

    private boolean isOfAnother() {
        return page.isChangeable() && !page.isOwn();
    }
}
