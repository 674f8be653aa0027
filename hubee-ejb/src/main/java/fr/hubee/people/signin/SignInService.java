package fr.hubee.people.signin;

import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.security.SecretHash;
import fr.hubee.people.password.LinkService;
import fr.hubee.people.password.PasswordAttempts;
import fr.hubee.people.password.PasswordPolicy;
import fr.hubee.people.secondfactor.SignInStep.StepKind;
import fr.hubee.people.secondfactor.SixDigits;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.KnownDevices;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.Places;
import fr.hubee.people.session.Places.PlaceAttempt;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.PasswordChoices.PasswordChoice;
import fr.hubee.people.signin.PasswordSignIn.PasswordCandidate;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Signs in people with a password, and a second factor if their account needs one.
 *
 * <p>An attempt is first counted as a failure, then checked outside any transaction (a hash takes a tenth of a second),
 * then settled.
 */
@Stateless
@PermitAll // the caller is not authenticated yet
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {
    @Inject
    PasswordSignIn passwords;

    @Inject
    Places places;

    @Inject
    KnownDevices devices;

    @Inject
    PasswordAttempts attempts;

    @Inject
    CodeSignIn codes;

    @Inject
    PasswordChoices choices;

    @Inject
    SecretHash secrets;

    @Inject
    Transactions transactions;

    /** Signs in from an unknown browser. */
    public SignInOutcome withPassword(String login, String password, String address) {
        return withPassword(login, password, address, null);
    }

    /** @param device the browser's cookie of an earlier sign-in, see {@link SessionService#remember}; null for none */
    public SignInOutcome withPassword(String typedLogin, String password, String address, String device) {
        var login = Login.of(typedLogin);
        if (transactions.call(() -> devices.isKnown(login, device))) {
            return withPassword(begin(login, FailureKey.onDevice(login, device), device), password, address);
        }
        var here = transactions.call(() -> places.reserve(address));
        if (here.refusedUntil().isPresent()) {
            return new SignInOutcome.PlaceRefused(here.refusedUntil().get());
        }
        return counted(here, withPassword(begin(login, FailureKey.of(login), null), password, address), address);
    }

    private PasswordCandidate begin(Login login, FailureKey key, String device) {
        return transactions.call(() -> passwords.begin(login, key, device));
    }

    private SignInOutcome withPassword(PasswordCandidate candidate, String password, String address) {
        var typed = PasswordPolicy.toVerify(password);
        var attempt = candidate.password();
        boolean right = secrets.matches(typed, attempt.hash());
        if (attempt.counted().refused() && !(right && candidate.secondFactor())) {
            return new SignInOutcome.Locked(attempt.counted().lockedUntil());
        }
        if (!right) {
            return transactions.call(() -> passwords.refused(attempt, address));
        }
        var better = SecretHash.isOutdated(attempt.hash()) ? secrets.of(typed) : null;
        return transactions.call(() -> passwords.proven(candidate, better, address));
    }

    /** An attempt that was no failure does not count for its address. */
    private SignInOutcome counted(PlaceAttempt here, SignInOutcome outcome, String address) {
        transactions.run(() -> {
            if (outcome.isFailure()) {
                places.failed(here, address);
            } else {
                places.takeBack(here);
            }
        });
        return outcome;
    }

    /** Continues {@link SignInOutcome.SecondFactorNeeded}. */
    public SignInOutcome withCode(String stepToken, String code, String address) {
        var trial = transactions.call(() -> codes.begin(stepToken));
        if (trial.isEmpty()) {
            return new SignInOutcome.Refused(SignInRefusal.STEP_OVER);
        }
        if (trial.get().attempt().refused()) {
            return new SignInOutcome.Locked(trial.get().attempt().lockedUntil());
        }
        var digits = SixDigits.of(code);
        if (trial.get().step().kind() == StepKind.TOTP) {
            return transactions.call(() -> codes.settleTotp(trial.get(), digits, address));
        }
        boolean right = trial.get().hashes().stream().anyMatch(hash -> secrets.matches(digits, hash));
        return transactions.call(() -> codes.settle(trial.get(), right, address));
    }

    /** Sends another code by e-mail; earlier ones stay valid until they expire. */
    public SignInOutcome newCode(String stepToken) {
        return transactions.call(() -> codes.newCode(stepToken));
    }

    /** Uses a link, see {@link LinkService#find}; signs the person in, unless a second factor is needed. */
    public SignInOutcome choosePassword(String linkToken, String newPassword, String address) {
        return choose(
                () -> choices.byLink(linkToken),
                SignInRefusal.LINK_OVER,
                newPassword,
                (choice, hash) -> choices.chosenByLink(choice, linkToken, hash, address));
    }

    /** Continues {@link SignInOutcome.PasswordExpired}. */
    public SignInOutcome replaceExpired(String stepToken, String newPassword, String address) {
        return choose(
                () -> choices.byStep(stepToken),
                SignInRefusal.STEP_OVER,
                newPassword,
                (choice, hash) -> choices.chosenByStep(choice, stepToken, hash, address));
    }

    /** Changes the caller's own password; her other sessions end, and she gets a new one. */
    @RolesAllowed(RoleNames.PERSON)
    public SignInOutcome changePassword(Caller caller, String oldPassword, String newPassword) {
        var failed = attempts.failure(caller, oldPassword);
        if (failed.isPresent()) {
            return failed.get().lockedUntil() == null
                    ? new SignInOutcome.Refused(SignInRefusal.WRONG_PASSWORD)
                    : new SignInOutcome.Locked(failed.get().lockedUntil());
        }
        return choose(
                () -> choices.byPassword(caller),
                SignInRefusal.INACTIVE,
                newPassword,
                (choice, hash) -> choices.chosenByPassword(choice, hash, caller));
    }

    /** @param otherwise the refusal when nobody may choose */
    private SignInOutcome choose(
            Transactions.Work<Optional<PasswordChoice>, RuntimeException> who,
            SignInRefusal otherwise,
            String typed,
            BiFunction<PasswordChoice, String, SignInOutcome> then) {
        var choice = transactions.call(who);
        if (choice.isEmpty()) {
            return new SignInOutcome.Refused(otherwise);
        }
        var text = PasswordPolicy.normalised(typed);
        var reasons = reasonsAgainst(text, choice.get());
        if (!reasons.isEmpty()) {
            return new SignInOutcome.PasswordRefused(reasons);
        }
        var hash = secrets.of(text); // slow: before the transaction
        return transactions.call(() -> then.apply(choice.get(), hash));
    }

    private List<String> reasonsAgainst(String text, PasswordChoice choice) {
        var reasons = new ArrayList<>(PasswordPolicy.reasonsAgainst(text, choice.account()));
        var verified = PasswordPolicy.toVerify(text);
        if (choice.earlier().stream().anyMatch(hash -> secrets.matches(verified, hash))) {
            reasons.add(PasswordPolicy.REUSED);
        }
        return reasons;
    }
}
