package fr.hubee.portal.people;

import fr.hubee.people.signin.SignInService;
import fr.hubee.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page for a password that is right but too old. */
@Named
@RequestScoped
public class ExpiredPasswordPage {
    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    private final NewPasswordFields password = new NewPasswordFields();

    public void opened() {
        isWaitedFor();
    }

    private boolean isWaitedFor() {
        if (progress.stepToken() == null) {
            Pages.goTo(Pages.SIGN_IN);
        }
        return progress.stepToken() != null;
    }

    public void choose() {
        if (isWaitedFor() && password.isConfirmed()) {
            progress.continueWith(signIn.replaceExpired(progress.stepToken(), password.getFirst(), progress.address()));
        }
    }

    public NewPasswordFields getPassword() {
        return password;
    }
}
