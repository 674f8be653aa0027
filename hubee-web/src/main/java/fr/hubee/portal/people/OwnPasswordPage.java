package fr.hubee.portal.people;

import fr.hubee.people.signin.SignInService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Changes the user's own password; her other sessions end. */
@Named
@RequestScoped
public class OwnPasswordPage extends PersonPage {
    private static final String BACK = "/profil";

    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    private final NewPasswordFields password = new NewPasswordFields();

    public void change() {
        if (password.isConfirmed()) {
            var outcome = signIn.changePassword(caller(), typed("current"), password.getFirst());
            if (progress.isIn(outcome)) {
                PageMessages.success("Votre mot de passe est changé. Ailleurs, il faut vous reconnecter.");
            }
            progress.continueWith(outcome, BACK);
        }
    }

    public NewPasswordFields getPassword() {
        return password;
    }
}
