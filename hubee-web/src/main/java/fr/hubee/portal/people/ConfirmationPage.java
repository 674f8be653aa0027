package fr.hubee.portal.people;

import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.ConfirmationService.Confirmation;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.WantedPath;
import fr.hubee.websecurity.LocalPath;
import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.proconnect.ProConnectSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import org.primefaces.PrimeFaces;

/** « Confirmez que c’est bien vous »: asks for the second factor again, then returns to the previous page. */
@Named
@RequestScoped
public class ConfirmationPage extends PersonPage {

    @Inject
    ConfirmationService confirmations;

    @Inject
    SignInProgress progress;

    @Inject
    PersonCookie cookie;

    @Inject
    ProConnectSignIn proConnect;

    @Inject
    @Param(name = "retour")
    String target;

    private Confirmation asked;
    private String told;

    public void send() {
        boolean sent = confirmations.sendCode(caller(), sessionToken());
        told = sent ? "HubEE vous envoie un code par courriel." : SignInRefusal.TOO_MANY_CODES.text();
        if (sent) {
            PageMessages.success(told);
        } else {
            PageMessages.refusal(told);
        }
        asked = null;
    }

    /** Returns what has become of the wish for a code; null before. */
    public String getMessage() {
        return told;
    }

    public void confirm() {
        var refusal = refusal(typed("code"));
        if (refusal == null) {
            PageMessages.success("C’est confirmé : vous avez dix minutes.");
            Pages.goTo(LocalPath.of(target));
        } else {
            PageMessages.refusal(refusal);
        }
    }

    /** Confirms in the dialog of a page whose act was refused: its script then sends the act again if the page still has all of it. */
    public void confirmHere() {
        var refusal = refusal(typed("identity-code"));
        if (refusal == null) {
            PrimeFaces.current().ajax().addCallbackParam("address", WantedPath.of(request()));
        } else {
            PageMessages.fieldError("identity-code", refusal);
        }
    }

    /** Returns why the code is refused; null when it is accepted. */
    private String refusal(String code) {
        asked = null;
        return switch (confirmations.confirm(caller(), sessionToken(), code)) {
            case ACCEPTED -> {
                cookie.keepDevice(progress.request(), progress.response(), sessionToken());
                yield null;
            }
            case WRONG -> SignInRefusal.WRONG_CODE.text();
            case LOCKED -> "Trop d’essais ont échoué : attendez un quart d’heure au moins, puis réessayez.";
        };
    }

    public Confirmation getAsked() {
        if (asked == null) {
            asked = confirmations.read(caller(), sessionToken());
        }
        return asked;
    }

    public boolean isByMail() {
        return getAsked().factor() == SecondFactor.MAIL;
    }

    public boolean isProConnectOffered() {
        return proConnect.isOn() && getAsked().federated();
    }

    private String sessionToken() {
        return PersonCookie.token(progress.request()).orElseThrow(NotAllowed::new);
    }
}
