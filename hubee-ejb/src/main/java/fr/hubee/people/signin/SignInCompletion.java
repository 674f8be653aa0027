package fr.hubee.people.signin;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.SensitiveProcesses;
import fr.hubee.people.secondfactor.SecondFactor;
import fr.hubee.people.secondfactor.StepKind;
import fr.hubee.people.secondfactor.StepOpening;
import fr.hubee.people.secondfactor.Totps;
import fr.hubee.people.session.SessionOpening;
import fr.hubee.people.session.SignInMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The step after a correct password: a second factor if the account needs one, else the session. */
@Dependent
class SignInCompletion {
    @Inject
    StepOpening steps;

    @Inject
    Totps totps;

    @Inject
    SessionOpening opening;

    @Inject
    SensitiveProcesses sensitive;

    SignInOutcome afterPassword(KnownAccount account, String address) {
        return factorOf(account)
                .<SignInOutcome>map(factor ->
                        new SignInOutcome.SecondFactorNeeded(steps.open(account, StepKind.of(factor)), factor))
                .orElseGet(() -> new SignInOutcome.SignedIn(
                        opening.open(account, SignInMethod.PASSWORD, null, address), account));
    }

    /**
     * A person with an authenticator application always needs its code, whatever her type, instead of a code by e-mail.
     */
    Optional<SecondFactor> factorOf(KnownAccount account) {
        if (totps.isUsable(account.id())) {
            return Optional.of(SecondFactor.TOTP);
        }
        return account.needsSecondFactor(sensitive.of(account)) ? Optional.of(SecondFactor.MAIL) : Optional.empty();
    }
}
