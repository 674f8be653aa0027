package fr.hubee.people.signin;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.ChosenPassword;
import fr.hubee.people.password.PasswordEvent;
import fr.hubee.people.password.PasswordLinkStore;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.secondfactor.SignInStep.StepKind;
import fr.hubee.people.secondfactor.SignInStepStore;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.KnownDevices;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.PersonSession.SignInMethod;
import fr.hubee.people.session.Sessions;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks who may choose a new password, and stores it. */
@Dependent
class PasswordChoices {
    @Inject
    PasswordLinkStore links;

    @Inject
    SignInStepStore steps;

    @Inject
    Passwords passwords;

    @Inject
    Sessions sessions;

    @Inject
    AccountLookup accounts;

    @Inject
    Failures failures;

    @Inject
    KnownDevices devices;

    @Inject
    CodeSignIn codes;

    @Inject
    SignInJournal journal;

    @Inject
    Event<PasswordEvent> happened;

    @Inject
    Clock clock;

    Optional<PasswordChoice> byLink(String token) {
        return links.find(token, clock.instant()).flatMap(link -> choice(link.accountId()));
    }

    Optional<PasswordChoice> byStep(String token) {
        return steps.findForUpdate(token, clock.instant())
                .filter(step -> step.kind() == StepKind.NEW_PASSWORD)
                .flatMap(step -> choice(step.accountId()));
    }

    Optional<PasswordChoice> byPassword(Caller caller) {
        return choice(accounts.requireId(caller));
    }

    private Optional<PasswordChoice> choice(UUID accountId) {
        return accounts.find(accountId)
                .filter(KnownAccount::active)
                .map(account -> new PasswordChoice(
                        account,
                        passwords.lastOf(accountId).stream()
                                .map(ChosenPassword::hash)
                                .toList()));
    }

    SignInOutcome chosenByLink(PasswordChoice choice, String token, String hash, String address) {
        passwords.lock(choice.account().id());
        var again = byLink(token);
        if (again.isPresent() && passwords.currentOf(choice.account().id()).isPresent()) {
            passwords.noteReset(choice.account().id());
            happened.fire(new PasswordEvent.ResetByMail(choice.account().id()));
        }
        return chosen(again, SignInRefusal.LINK_OVER, hash, address);
    }

    SignInOutcome chosenByStep(PasswordChoice choice, String token, String hash, String address) {
        passwords.lock(choice.account().id());
        return chosen(byStep(token), SignInRefusal.STEP_OVER, hash, address);
    }

    private SignInOutcome chosen(Optional<PasswordChoice> again, SignInRefusal otherwise, String hash, String address) {
        if (again.isEmpty()) {
            return new SignInOutcome.Refused(otherwise);
        }
        var account = again.get().account();
        set(account, hash, address);
        return codes.afterPassword(account, null, address);
    }

    /** She was authenticated at sign-in, with one factor or two, and knows the current password. */
    SignInOutcome chosenByPassword(PasswordChoice choice, String hash, Caller caller) {
        passwords.lock(choice.account().id());
        var account = accounts.find(choice.account().id()).filter(KnownAccount::active);
        if (account.isEmpty() || !isStill(choice)) {
            return new SignInOutcome.Refused(SignInRefusal.WRONG_PASSWORD);
        }
        set(account.get(), hash, caller.address());
        var session = sessions.open(account.get(), SignInMethod.PASSWORD, caller.secondFactorAt(), caller.address());
        return new SignInOutcome.SignedIn(session, account.get());
    }

    private boolean isStill(PasswordChoice choice) {
        var current = passwords.currentOf(choice.account().id()).map(ChosenPassword::hash);
        return current.equals(choice.earlier().stream().findFirst());
    }

    /** Ends every other access to the account; also its locks, which another person may have caused. */
    private void set(KnownAccount account, String hash, String address) {
        boolean first = passwords.currentOf(account.id()).isEmpty();
        passwords.add(new ChosenPassword(account.id(), hash, clock.instant()));
        passwords.forgetOlder(account.id());
        endAccess(account.id());
        failures.forget(FailureKey.of(Login.of(account.email())));
        failures.forget(FailureKey.inside(account));
        journal.record(AuditAction.PASSWORD_SET, account, address);
        if (!first) {
            happened.fire(new PasswordEvent.PasswordChanged(account.id()));
        }
    }

    /** Ends the sessions of an account, its unfinished sign-ins, its links and its known devices. */
    void endAccess(UUID accountId) {
        sessions.closeAllOf(accountId);
        steps.endAllOf(accountId);
        links.endAllOf(accountId);
        devices.forgetAllOf(accountId);
    }

    /**
     * A person who may choose a password.
     *
     * @param earlier the hashes of her last passwords, which must not be reused, newest first
     */
    record PasswordChoice(KnownAccount account, List<String> earlier) {}
}
