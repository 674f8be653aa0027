package fr.hubee.portal.signin;

import fr.hubee.portal.frame.Told;
import fr.hubee.signin.FederatedRefusal;
import fr.hubee.signin.SignInService;
import fr.hubee.websecurity.proconnect.ProConnectSignIn;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** The door: a login and a password, or ProConnect where it is set. */
@Named
@ViewScoped
public class ConnexionPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    @Inject
    PendingSignIn pending;

    @Inject
    transient ProConnectSignIn proConnect;

    private String target;
    private String refusal;
    private String login;
    private String password;

    /** What ProConnect refused is told once, when the page is opened. */
    public void opened() {
        if (!FacesContext.getCurrentInstance().isPostback() && refusal != null) {
            FederatedRefusal.of(refusal).map(FederatedRefusal::text).ifPresent(Told::refusal);
        }
    }

    public void enter() throws IOException {
        pending.goesTo(target);
        progress.continueWith(signIn.withPassword(login, password, progress.address(), progress.device()));
    }

    public boolean isProConnectOn() {
        return proConnect.isOn();
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getRefusal() {
        return refusal;
    }

    public void setRefusal(String refusal) {
        this.refusal = refusal;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
