package fr.hubee.portal.people;

import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity.Profile;
import fr.hubee.people.password.PasswordService;
import fr.hubee.people.session.SessionService;
import fr.hubee.portal.directory.ProcessNames;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The user's own account, and what she may change of it (specification §1.3). */
@Named
@RequestScoped
public class ProfilePage extends PersonPage {
    @Inject
    AccountService accounts;

    @Inject
    ProcessNames processes;

    @Inject
    SessionService sessions;

    @Inject
    PasswordService passwords;

    private final Once<List<String>> ownProcesses = new Once<>(this::readProcesses);
    private final Once<Instant> lastSignIn =
            new Once<>(() -> sessions.lastSignIn(caller()).orElse(null));
    private final Once<Instant> passwordEnd =
            new Once<>(() -> passwords.end(caller()).orElse(null));
    private AccountDetail account;
    private IdentityFields identity;

    @PostConstruct
    void read() {
        account = accounts.readProfile(caller());
        identity = IdentityFields.of(account.identity());
    }

    public void save() {
        var typed = identity.typed();
        accounts.changeProfile(
                caller(), new Profile(typed.civility(), typed.function(), typed.phoneNumber(), typed.mobileNumber()));
        PageMessages.success("Votre profil est enregistré.", "/profil");
    }

    public AccountDetail getAccount() {
        return account;
    }

    /** Returns « EtatCivil – Demande d’acte d’état civil »: the démarches for which she is habilitated. */
    public List<String> getProcesses() {
        return ownProcesses.get();
    }

    private List<String> readProcesses() {
        return account.rights().processCodes().stream()
                .sorted(FrenchOrder.words())
                .map(processes::of)
                .toList();
    }

    /** Returns null when the account never signed in. */
    public Instant getLastSignIn() {
        return lastSignIn.get();
    }

    /** Returns null when she has no password, or when it never expires. */
    public Instant getPasswordEnd() {
        return passwordEnd.get();
    }

    public IdentityFields getIdentity() {
        return identity;
    }

    public Civility[] getCivilities() {
        return Civility.values();
    }
}
