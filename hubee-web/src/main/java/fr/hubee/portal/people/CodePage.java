package fr.hubee.portal.people;

import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.signin.SignInOutcome;
import fr.hubee.people.signin.SignInService;
import fr.hubee.portal.field.TypedForm;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page for the second factor. */
@Named
@RequestScoped
public class CodePage extends TypedForm {
    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    public void opened() {
        isWaitedFor();
    }

    /** Whether a step is pending; otherwise redirects to the start of the sign-in. */
    private boolean isWaitedFor() {
        if (progress.kind() == null) {
            Pages.goTo(Pages.SIGN_IN);
        }
        return progress.kind() != null;
    }

    public boolean isByMail() {
        return progress.kind() == SecondFactor.MAIL;
    }

    public void enter() {
        if (isWaitedFor()) {
            progress.continueWith(signIn.withCode(progress.stepToken(), typed("code"), progress.address()));
        }
    }

    public void another() {
        if (!isWaitedFor()) {
            return;
        }
        var outcome = signIn.newCode(progress.stepToken());
        if (outcome instanceof SignInOutcome.Refused refused) {
            PageMessages.refusal(refused.reason().text());
        } else {
            PageMessages.success("HubEE vous envoie un nouveau code par courriel.");
        }
    }
}
