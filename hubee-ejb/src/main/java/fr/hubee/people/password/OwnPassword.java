package fr.hubee.people.password;

import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.SecretHash;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.session.CountedAttempt;
import fr.hubee.people.session.FailureKey;
import fr.hubee.people.session.Login;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks the password of a signed-in person again; no transaction is open during the hash computation. */
@Dependent
public class OwnPassword {
    @Inject
    PasswordAttempts attempts;

    @Inject
    SecretHash secrets;

    @Inject
    Transactions transactions;

    /** The counted attempt, if it failed; empty when the password is correct. */
    public Optional<CountedAttempt> failure(Caller caller, String typed) {
        var login = Login.of(caller.name());
        var attempt = transactions.call(() -> attempts.begin(login, FailureKey.inside(login)));
        if (attempt.counted().refused()) {
            return Optional.of(attempt.counted());
        }
        if (!secrets.matches(PasswordText.toVerify(typed), attempt.hash())) {
            transactions.run(() -> attempts.refused(attempt, caller.address()));
            return Optional.of(attempt.counted());
        }
        transactions.run(() -> attempts.takeBack(attempt));
        return Optional.empty();
    }

    /** @throws InvalidRequest with a message for the person */
    public void require(Caller caller, String typed) {
        failure(caller, typed).ifPresent(failed -> {
            throw new InvalidRequest(
                    failed.lockedUntil() == null
                            ? Words.text("people.password.wrong")
                            : Words.text("people.password.locked"));
        });
    }
}
