package fr.hubee.portal.people;

import fr.hubee.people.signin.FederatedRefusal;
import fr.hubee.people.signin.SignInService;
import fr.hubee.portal.field.TypedForm;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.LocalPath;
import fr.hubee.websecurity.proconnect.ProConnectSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The sign-in page: login and password, or ProConnect where it is configured. */
@Named
@RequestScoped
public class SignInPage extends TypedForm {
    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    @Inject
    ProConnectSignIn proConnect;

    @Inject
    HttpServletRequest request;

    /** Opens the page, with a message on a refusal by ProConnect or an ended session. */
    public void opened() {
        if (FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        var refusal = request.getParameter("refus");
        if (refusal != null) {
            FederatedRefusal.of(refusal).map(FederatedRefusal::text).ifPresent(PageMessages::refusal);
        }
        var ended = request.getParameter(Pages.SESSION_ENDED);
        if ("deconnexion".equals(ended)) {
            PageMessages.success("Vous êtes déconnecté.");
        } else if (ended != null) {
            PageMessages.success(
                    "Votre session est terminée. Connectez-vous de nouveau : vous reviendrez à la page que vous aviez"
                            + " ouverte. Le texte que vous étiez en train d’écrire est gardé dans ce navigateur, et vous l’y retrouverez.");
        } else if (isLost(request.getParameter("vers"))) {
            PageMessages.success(
                    "Connectez-vous pour ouvrir la page demandée : personne n’est connecté dans ce navigateur.");
        }
    }

    /** Whether she was on her way to a page, or came from one: a session without a cookie is as none. */
    private boolean isLost(String wanted) {
        return wanted != null
                && (!wanted.equals(Pages.HOME) || "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    public void enter() {
        var outcome = signIn.withPassword(typed("login"), typed("password"), progress.address(), progress.device());
        progress.continueWith(outcome, LocalPath.of(request.getParameter("vers")));
    }

    public boolean isProConnectOn() {
        return proConnect.isOn();
    }
}
