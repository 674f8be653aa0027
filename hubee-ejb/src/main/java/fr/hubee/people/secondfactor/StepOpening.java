package fr.hubee.people.secondfactor;

import fr.hubee.kernel.security.TokenText;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Creates the step of an incomplete sign-in. */
@Dependent
public class StepOpening {
    @Inject
    SignInSteps steps;

    @Inject
    Event<SecondFactorEvent> happened;

    @Inject
    Clock clock;

    /** @return the token that continues it; a code by e-mail is sent if the step needs one */
    public String open(KnownAccount account, StepKind kind) {
        return open(account, kind, TokenText.fresh());
    }

    String open(KnownAccount account, StepKind kind, String token) {
        var step = new SignInStep(TokenText.hash(token), account.id(), kind, clock.instant());
        steps.add(step);
        if (kind.isByMail()) {
            sendCode(step);
        }
        return token;
    }

    public void sendCode(SignInStep step) {
        step.countCode();
        happened.fire(new SecondFactorEvent.CodeWanted(step.accountId(), step.id()));
    }
}
