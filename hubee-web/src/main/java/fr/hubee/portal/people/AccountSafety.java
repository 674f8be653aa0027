package fr.hubee.portal.people;

import fr.hubee.people.password.PasswordService;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Actions of an administrator on another person's second factor, on the account's page. The rights are checked again at the action. */
@Named
@RequestScoped
public class AccountSafety {
    @Inject
    AccountPage page;

    @Inject
    PasswordService resets;

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

    /** Removes the application of a person who lost it. */
    public void removeAuthenticator() {
        authenticators.removeOf(currentCaller.get(), page.id());
        page.done("L’application d’authentification est dissociée : les codes arriveront par courriel.");
    }

    public boolean isWatched() {
        if (watched == null) {
            watched = isOfAnother() && resets.isWatched(currentCaller.get(), page.id());
        }
        return watched;
    }

    public void liftWatch() {
        resets.lift(currentCaller.get(), page.id());
        page.done("L’attente est levée : les codes reçus par courriel comptent de nouveau.");
    }

    private boolean isOfAnother() {
        return page.isChangeable() && !page.isOwn();
    }
}
