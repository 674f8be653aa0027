package fr.hubee.portal.account;

import fr.hubee.account.AccountChoices;
import fr.hubee.account.AccountService;
import fr.hubee.account.ActorType;
import fr.hubee.account.NewAccount;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.field.FieldProblems;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.omnifaces.cdi.Param;

/** Adds an account to an organisation. */
@Named
@RequestScoped
public class NewAccountPage {
    @Inject
    AccountService accounts;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    HttpServletRequest request;

    @Inject
    @Param(name = "organisation")
    String organization;

    private final IdentityFields identity = new IdentityFields();
    private ActorType type;
    private String email;
    private AccountChoices choices;
    private Set<String> processes;

    /** The national administrator first chooses the organisation; other users have only one. */
    @PostConstruct
    void open() {
        if (key() == null) {
            return;
        }
        choices = accounts.choices(currentCaller.get(), key());
        if (choices.types().isEmpty()) {
            throw new NotAllowed("Votre compte ne permet pas d’ajouter un utilisateur à cette organisation.");
        }
        type = getTypes().contains(ActorType.AGENT)
                ? ActorType.AGENT
                : getTypes().get(0);
        processes = Ticked.in(request, "account", "process", Set.of());
    }

    public boolean isOrganizationChosen() {
        return key() != null;
    }

    private OrganizationKey key() {
        var caller = currentCaller.get();
        return caller.is(Roles.ADMIN) ? QueryParameter.organization(organization) : caller.organization();
    }

    public AccountChoices getChoices() {
        return choices;
    }

    public String add() {
        var codes = type == ActorType.AGENT ? processes : Set.<String>of();
        var wanted = new NewAccount(type, key(), email, identity.typed(), codes);
        if (FieldProblems.show(accounts.problems(currentCaller.get(), wanted))) {
            return null;
        }
        var made = accounts.create(currentCaller.get(), wanted);
        PageMessages.success("Le compte est créé. Un courriel part vers " + made.email()
                + " : la personne a 48 heures pour choisir son mot de passe.");
        return "/compte?faces-redirect=true&id=" + made.id();
    }

    public List<ActorType> getTypes() {
        return choices.types();
    }

    public boolean isForAgents() {
        return getTypes().contains(ActorType.AGENT);
    }

    public boolean isCovered(String code) {
        return processes.contains(code);
    }

    public IdentityFields getIdentity() {
        return identity;
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
