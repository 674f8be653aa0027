package fr.hubee.portal.people;

import fr.hubee.people.password.LinkService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Requests a reset link; the answer never reveals whether the address has an account. */
@Named
@RequestScoped
public class ForgottenPasswordPage {
    @Inject
    LinkService links;

    @Inject
    SignInProgress progress;

    private String login;
    private boolean asked;

    public void ask() {
        links.ask(login, progress.address());
        asked = true;
    }

    public boolean isAsked() {
        return asked;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }
}
