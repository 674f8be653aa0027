package fr.hubee.portal.account;

import fr.hubee.account.AccountChoices;
import fr.hubee.account.AccountService;
import fr.hubee.account.ActorType;
import fr.hubee.account.NewAccount;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds an account to an organisation. */
@Named
@ViewScoped
public class NewAccountPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    AccountService accounts;

    @Inject
    CurrentCaller currentCaller;

    private final IdentityFields identity = new IdentityFields();
    private String organization;
    private ActorType type;
    private String email;
    private transient AccountChoices choices;
    private Ticked processes;

    /** The national administrator first chooses the organisation; other users have only one. */
    public void opened() {
        if (key() == null) {
            return;
        }
        if (getChoices().types().isEmpty()) {
            throw new NotAllowed("Votre compte ne permet pas d’ajouter un utilisateur à cette organisation.");
        }
        type = getTypes().contains(ActorType.AGENT)
                ? ActorType.AGENT
                : getTypes().get(0);
        processes = new Ticked(getChoices().processes().keySet(), Set.of());
    }

    public boolean isOrganizationChosen() {
        return key() != null;
    }

    private OrganizationKey key() {
        var caller = currentCaller.get();
        return caller.is(Roles.ADMIN) ? QueryParameter.organization(organization) : caller.organization();
    }

    public AccountChoices getChoices() {
        if (choices == null) {
            choices = accounts.choices(currentCaller.get(), key());
        }
        return choices;
    }

    public String add() {
        var codes = type == ActorType.AGENT ? processes.names() : Set.<String>of();
        var wanted = new NewAccount(type, key(), email, identity.typed(), codes);
        var made = accounts.create(currentCaller.get(), wanted);
        PageMessages.success("Le compte est créé. Un courriel part vers " + made.email()
                + " : la personne a 48 heures pour choisir son mot de passe.");
        return "/compte?faces-redirect=true&id=" + made.id();
    }

    public List<ActorType> getTypes() {
        return getChoices().types();
    }

    public boolean isForAgents() {
        return getTypes().contains(ActorType.AGENT);
    }

    public Map<String, Boolean> getTicked() {
        return processes.boxes();
    }

    public IdentityFields getIdentity() {
        return identity;
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public ActorType getType() {
        return type;
    }

    public void setType(ActorType type) {
        this.type = type;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
