package fr.hubee.portal.people;

import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.AccountService.AccountChoices;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.password.PasswordService;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.SessionService;
import fr.hubee.portal.field.VersionedForm;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** One account, and the actions on it as a whole; {@link AccountForm} changes what it holds. */
@Named
@RequestScoped
public class AccountPage extends VersionedForm {
    @Inject
    AccountService accounts;

    @Inject
    SessionService sessions;

    @Inject
    PasswordService resets;

    @Inject
    TotpService authenticators;

    @Inject
    @Param(name = "id")
    String id;

    private AccountDetail account;
    private AccountChoices choices;
    private Boolean removable;
    private Boolean watched;

    @PostConstruct
    void open() {
        account = accounts.read(caller(), id());
        choices = accounts.choices(caller(), account.organization());
        setVersion(account.version());
    }

    public boolean isChangeable() {
        return choices.types().contains(account.rights().actorType());
    }

    public boolean isOwn() {
        return account.email().equals(caller().name());
    }

    /** Returns null when she never signed in. */
    public Instant getLastSignIn() {
        return sessions.lastSignInOf(caller(), id()).orElse(null);
    }

    public void deactivate() {
        accounts.deactivate(caller(), id(), getVersion());
        done("Le compte est désactivé : cette personne n’entre plus dans HubEE.");
    }

    public void activate() {
        accounts.activate(caller(), id(), getVersion());
        done("Le compte est de nouveau actif.");
    }

    public void sendLink() {
        accounts.sendLink(caller(), id());
        done("Un courriel part vers " + account.email()
                + ", avec un lien valable 48 heures pour choisir un mot de passe.");
    }

    /** Returns to the page, which shows this message. */
    void done(String text) {
        PageMessages.success(text, "/compte?id=" + id);
    }

    String name() {
        return account.name();
    }

    UUID id() {
        return QueryParameter.id(id);
    }

    /** Returns the possible types; her own is always among them, so that the service itself refuses a form that may no longer be sent. */
    public List<ActorType> getTypes() {
        return isChangeable() ? choices.types() : List.of(account.rights().actorType());
    }

    public AccountDetail getAccount() {
        return account;
    }

    public AccountChoices getChoices() {
        return choices;
    }

    public boolean isAuthenticatorRemovable() {
        if (removable == null) {
            removable = isOfAnother() && authenticators.isEnrolledBy(caller(), id());
        }
        return removable;
    }

    /** Removes the application of a person who lost it; the rights are checked again. */
    public void removeAuthenticator() {
        authenticators.removeOf(caller(), id());
        done("L’application d’authentification est dissociée : les codes arriveront par courriel.");
    }

    public boolean isWatched() {
        if (watched == null) {
            watched = isOfAnother() && resets.isWatched(caller(), id());
        }
        return watched;
    }

    public void liftWatch() {
        resets.lift(caller(), id());
        done("L’attente est levée : les codes reçus par courriel comptent de nouveau.");
    }

    private boolean isOfAnother() {
        return isChangeable() && !isOwn();
    }
}
