package fr.hubee.portal.people;

import fr.hubee.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The page for a password that is right but too old. */
@Named
@RequestScoped
public class ExpiredPasswordPage extends NewPasswordForm {
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
        if (isWaitedFor() && isConfirmed()) {
            progress.continueWith(signIn.replaceExpired(progress.stepToken(), newPassword(), progress.address()));
        }
    }
}
