package fr.hubee.portal.people;

import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.ConfirmationService.Confirmation;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.websecurity.LocalPath;
import fr.hubee.websecurity.PersonCookie;
import fr.hubee.websecurity.proconnect.ProConnectSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** « Confirmez que c’est bien vous »: asks for the second factor again, then returns to the previous page. */
@Named
@RequestScoped
public class ConfirmationPage extends PersonPage {

    @Inject
    ConfirmationService confirmations;

    @Inject
    SignInProgress progress;

    @Inject
    ProConnectSignIn proConnect;

    @Inject
    @Param(name = "retour")
    String target;

    private Confirmation asked;

    public void send() {
        if (confirmations.sendCode(caller(), sessionToken())) {
            PageMessages.success("HubEE vous envoie un code par courriel.");
        } else {
            PageMessages.refusal(SignInRefusal.TOO_MANY_CODES.text());
        }
        asked = null;
    }

    public void confirm() {
        switch (confirmations.confirm(caller(), sessionToken(), typed("code"))) {
            case ACCEPTED -> {
                PageMessages.success("C’est confirmé : vous avez dix minutes.");
                Pages.goTo(LocalPath.of(target));
            }
            case WRONG -> PageMessages.refusal(SignInRefusal.WRONG_CODE.text());
            case LOCKED ->
                PageMessages.refusal("Trop d’essais ont échoué : attendez un quart d’heure au moins, puis réessayez.");
        }
        asked = null;
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
