package fr.hubee.portal.people;

import fr.hubee.portal.page.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Changes the user's own password; her other sessions end. */
@Named
@RequestScoped
public class OwnPasswordPage extends NewPasswordForm {
    private static final String BACK = "/profil";

    @Inject
    CurrentCaller currentCaller;

    public void change() {
        if (isConfirmed()) {
            var outcome = signIn.changePassword(currentCaller.get(), typed("current"), newPassword());
            if (progress.isIn(outcome)) {
                PageMessages.success("Votre mot de passe est changé. Ailleurs, il faut vous reconnecter.");
            }
            progress.continueWith(outcome, BACK);
        }
    }
}
