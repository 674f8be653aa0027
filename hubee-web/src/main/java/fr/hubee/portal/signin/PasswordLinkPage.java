package fr.hubee.portal.signin;

import fr.hubee.signin.SignInService;
import fr.hubee.signin.password.LinkPurpose;
import fr.hubee.signin.password.LinkService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The page behind a mailed link. Opening it does not consume the link; choosing a password does. */
@Named
@RequestScoped
public class PasswordLinkPage {
    @Inject
    LinkService links;

    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    @Inject
    HttpServletRequest request;

    private final NewPasswordFields password = new NewPasswordFields();
    private String token;
    private LinkPurpose purpose;
    private String login;

    /** The token is in the address first, then in the form. */
    @PostConstruct
    void read() {
        token = request.getParameter("lien");
        if (token != null) {
            links.look(token).ifPresent(link -> {
                purpose = link.purpose();
                login = link.login();
            });
        }
    }

    public void choose() throws IOException {
        if (isGood() && password.isConfirmed()) {
            progress.continueWith(signIn.choosePassword(token, password.getFirst(), progress.address()));
        }
    }

    public boolean isGood() {
        return purpose != null;
    }

    public boolean isInvitation() {
        return purpose == LinkPurpose.INVITATION;
    }

    public String getLogin() {
        return login;
    }

    public NewPasswordFields getPassword() {
        return password;
    }

    public String getToken() {
        return token;
    }
}
