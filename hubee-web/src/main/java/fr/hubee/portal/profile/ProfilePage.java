package fr.hubee.portal.profile;

import fr.hubee.account.AccountDetail;
import fr.hubee.account.AccountService;
import fr.hubee.account.identity.Civility;
import fr.hubee.account.identity.Profile;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.process.ProcessService;
import fr.hubee.shared.FrenchOrder;
import fr.hubee.signin.password.PasswordEndService;
import fr.hubee.signin.secondfactor.TotpService;
import fr.hubee.signin.session.LastSignInService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The user's own account, and what she may change of it (specification §1.3). */
@Named
@RequestScoped
public class ProfilePage {
    @Inject
    AccountService accounts;

    @Inject
    ProcessService processes;

    @Inject
    LastSignInService signIns;

    @Inject
    PasswordEndService passwords;

    @Inject
    TotpService authenticator;

    @Inject
    CurrentCaller currentCaller;

    private AccountDetail account;
    private Civility civility;
    private String function;
    private String phoneNumber;
    private String mobileNumber;

    @PostConstruct
    void read() {
        account = accounts.readProfile(currentCaller.get());
        civility = account.identity().civility();
        function = account.identity().function();
        phoneNumber = account.identity().phoneNumber();
        mobileNumber = account.identity().mobileNumber();
    }

    public String save() {
        accounts.changeProfile(currentCaller.get(), new Profile(civility, function, phoneNumber, mobileNumber));
        PageMessages.success("Votre profil est enregistré.");
        return "/profil?faces-redirect=true";
    }

    public AccountDetail getAccount() {
        return account;
    }

    /** « EtatCivil – Demande d’acte d’état civil »: those that she is habilitated for. */
    public List<String> getProcesses() {
        return account.rights().processCodes().stream()
                .sorted(FrenchOrder.words())
                .map(code -> processes
                        .find(code)
                        .map(details -> code + " – " + details.name())
                        .orElse(code))
                .toList();
    }

    /** Null when the account never signed in. */
    public Instant getLastSignIn() {
        return signIns.of(currentCaller.get()).orElse(null);
    }

    /** Null when she has no password, or when it never expires. */
    public Instant getPasswordEnd() {
        return passwords.of(currentCaller.get()).orElse(null);
    }

    public boolean isAuthenticatorOffered() {
        return authenticator.isOffered();
    }

    public boolean isAuthenticatorThere() {
        return authenticator.isEnrolled(currentCaller.get());
    }

    public Civility[] getCivilities() {
        return Civility.values();
    }

    public Civility getCivility() {
        return civility;
    }

    public void setCivility(Civility civility) {
        this.civility = civility;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    public String getPhoneNumber() {
        return phoneNumber;
    }

    public void setPhoneNumber(String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    public String getMobileNumber() {
        return mobileNumber;
    }

    public void setMobileNumber(String mobileNumber) {
        this.mobileNumber = mobileNumber;
    }
}
