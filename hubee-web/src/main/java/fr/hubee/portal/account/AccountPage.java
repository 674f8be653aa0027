package fr.hubee.portal.account;

import fr.hubee.account.AccountChoices;
import fr.hubee.account.AccountDetail;
import fr.hubee.account.AccountService;
import fr.hubee.account.ActorType;
import fr.hubee.account.Rights;
import fr.hubee.account.Role;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.security.Caller;
import fr.hubee.signin.session.LastSignInService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** One account, and its actions. Typed values stay after a refusal. */
@Named
@ViewScoped
public class AccountPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    AccountService accounts;

    @Inject
    transient LastSignInService lastSignIn;

    @Inject
    CurrentCaller currentCaller;

    private String id;
    private long version;
    private transient AccountDetail account;
    private transient AccountChoices choices;
    private IdentityFields identity;
    private ActorType type;
    private Ticked roles;
    private Ticked processes;

    /** Every action sends the version that was shown, so that a later change is not overwritten. */
    public void opened() {
        var shown = getAccount();
        version = shown.version();
        identity = IdentityFields.of(shown.identity());
        type = shown.rights().actorType();
        roles = new Ticked(names(Stream.of(Role.values())), names(shown.rights().roles().stream()));
        var codes = new TreeSet<>(getChoices().processes().keySet());
        codes.addAll(shown.rights().processCodes());
        processes = new Ticked(codes, shown.rights().processCodes());
    }

    private static Collection<String> names(Stream<Role> wanted) {
        return wanted.map(Role::name).toList();
    }

    public AccountDetail getAccount() {
        if (account == null) {
            account = accounts.read(caller(), id());
        }
        return account;
    }

    public AccountChoices getChoices() {
        if (choices == null) {
            choices = accounts.choices(caller(), getAccount().organization());
        }
        return choices;
    }

    public boolean isChangeable() {
        return getChoices().types().contains(getAccount().rights().actorType());
    }

    public boolean isOwn() {
        return getAccount().email().equals(caller().name());
    }

    /** Null when she never signed in. */
    public Instant getLastSignIn() {
        return lastSignIn.ofAccount(caller(), id()).orElse(null);
    }

    public String saveIdentity() {
        accounts.changeIdentity(caller(), id(), version, identity.typed());
        return done("Les informations personnelles sont enregistrées.");
    }

    public String saveRights() {
        var rights = new Rights(type, roles.names(Role::valueOf), processes.names());
        accounts.changeRights(caller(), id(), version, rights);
        return done("Les rôles et les droits d’accès sont enregistrés.");
    }

    public String deactivate() {
        accounts.deactivate(caller(), id(), version);
        return done("Le compte est désactivé : cette personne n’entre plus dans HubEE.");
    }

    public String activate() {
        accounts.activate(caller(), id(), version);
        return done("Le compte est de nouveau actif.");
    }

    public String sendLink() {
        accounts.sendLink(caller(), id());
        return done("Un courriel part vers " + getAccount().email()
                + ", avec un lien valable 48 heures pour choisir un mot de passe.");
    }

    /** Returns to the page, which shows this message. */
    String done(String text) {
        PageMessages.success(text);
        return "/compte?faces-redirect=true&id=" + id;
    }

    UUID id() {
        return QueryParameter.id(id);
    }

    private Caller caller() {
        return currentCaller.get();
    }

    public List<ActorType> getTypes() {
        return getChoices().types();
    }

    /** The roles that this type of account may have. */
    public List<Role> getPossibleRoles() {
        return Stream.of(Role.values()).filter(type.possibleRoles()::contains).toList();
    }

    public boolean isHabilitable() {
        return !processes.boxes().isEmpty();
    }

    /** With its name, while the organisation is still subscribed to it. */
    public String process(String code) {
        var name = getChoices().processes().get(code);
        return name == null ? code : code + " – " + name;
    }

    public Map<String, Boolean> getTickedRoles() {
        return roles.boxes();
    }

    public Map<String, Boolean> getTickedProcesses() {
        return processes.boxes();
    }

    public IdentityFields getIdentity() {
        return identity;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public ActorType getType() {
        return type;
    }

    public void setType(ActorType type) {
        this.type = type;
    }
}
