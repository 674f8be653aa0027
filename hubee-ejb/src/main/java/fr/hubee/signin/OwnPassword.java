package fr.hubee.signin;

import fr.hubee.security.Caller;
import fr.hubee.security.SecretHash;
import fr.hubee.shared.InvalidRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Has a person who is signed in type her password once more; no transaction is open while it is looked at. */
@Dependent
class OwnPassword {
    static final String WRONG = "Ce mot de passe n’est pas le vôtre. Vérifiez-le, puis réessayez.";
    static final String LOCKED = "Trop d’essais ont échoué : attendez un quart d’heure au moins, puis réessayez.";

    @Inject
    PasswordDesk passwords;

    @Inject
    SecretHash secrets;

    /** Why it is not taken; empty when it is right. A failure is counted. */
    Optional<SignInOutcome> refusal(Caller caller, String typed) {
        var login = Login.of(caller.name());
        var candidate = passwords.candidate(login, FailureKey.inside(login));
        if (candidate.attempt().refused()) {
            return Optional.of(new SignInOutcome.Locked(candidate.attempt().lockedUntil()));
        }
        if (!secrets.matches(PasswordText.toVerify(typed), candidate.hash())) {
            return Optional.of(passwords.refused(candidate, caller.address()));
        }
        passwords.takeBack(candidate);
        return Optional.empty();
    }

    /** @throws InvalidRequest with a sentence for the person */
    void require(Caller caller, String typed) {
        refusal(caller, typed).ifPresent(refused -> {
            throw new InvalidRequest(refused instanceof SignInOutcome.Locked ? LOCKED : WRONG);
        });
    }
}
