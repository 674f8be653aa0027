package fr.hubee.portal.signin;

import fr.hubee.signin.LinkPurpose;
import fr.hubee.signin.LinkService;
import fr.hubee.signin.SignInService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** Where the link of a mail leads to. Opening it consumes nothing: choosing a password does. */
@Named
@ViewScoped
public class PasswordLinkPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    LinkService links;

    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    private final ChosenPassword password = new ChosenPassword();
    private String token;
    private LinkPurpose purpose;
    private String login;

    public void opened() {
        if (token != null) {
            links.look(token).ifPresent(link -> {
                purpose = link.purpose();
                login = link.login();
            });
        }
    }

    public void choose() throws IOException {
        if (password.isConfirmed()) {
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

    public ChosenPassword getPassword() {
        return password;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
