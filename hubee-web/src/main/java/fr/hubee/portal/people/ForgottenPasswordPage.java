package fr.hubee.portal.people;

import fr.hubee.people.password.LinkService;
import fr.hubee.portal.field.TypedForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Requests a reset link; the answer never reveals whether the address has an account. */
@Named
@RequestScoped
public class ForgottenPasswordPage extends TypedForm {
    @Inject
    LinkService links;

    @Inject
    SignInProgress progress;

    private boolean asked;

    public void ask() {
        links.ask(typed("login"), progress.address());
        asked = true;
    }

    public boolean isAsked() {
        return asked;
    }
}
