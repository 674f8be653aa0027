package fr.hubee.portal.people;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationSearch;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.organization.RegisteredOrganization;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountService.AccountChoices;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.portal.field.Elision;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.PartialForm;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.omnifaces.cdi.Param;

/** Adds an account to an organisation. */
@Named
@RequestScoped
public class NewAccountPage extends AccountFields {
    private static final int MOST_FOUND = 20;

    @Inject
    @Param(name = "organisation")
    String organization;

    @Inject
    @Param(name = "cherche")
    String searched;

    @Inject
    OrganizationService organizations;

    private List<RegisteredOrganization> found;
    private AccountChoices choices;

    /** The national administrator first chooses the organisation; other users have only one. */
    @PostConstruct
    void open() {
        if (key() == null) {
            return;
        }
        choices = accounts.choices(caller(), key());
        if (choices.types().isEmpty()) {
            throw new NotAllowed("Votre compte ne permet pas d’ajouter un utilisateur à cette organisation.");
        }
        type = choices.types().contains(ActorType.AGENT)
                ? ActorType.AGENT
                : choices.types().get(0);
        processes = ticked("account", "process", Set.of());
    }

    public boolean isOrganizationChosen() {
        return key() != null;
    }

    private OrganizationKey key() {
        var caller = caller();
        if (!caller.is(RoleNames.ADMIN)) {
            return caller.organization();
        }
        var proposed = QueryParameter.organization(searched);
        return proposed == null ? QueryParameter.organization(organization) : proposed;
    }

    /** Returns « la commune de Valbourg », for a sentence. */
    public String getOrganizationName() {
        return Elision.the(choices.organizationName());
    }

    public AccountChoices getChoices() {
        return choices;
    }

    public void add() {
        PartialForm.requireSent(type, "type");
        var codes = type == ActorType.AGENT ? processes : Set.<String>of();
        var wanted = new NewAccount(type, key(), typed("email"), identity.typed(), codes);
        if (PageMessages.inputErrors(accounts.problems(caller(), wanted))) {
            return;
        }
        var made = accounts.create(caller(), wanted);
        PageMessages.success(
                "Le compte est créé. Un courriel part vers " + made.email()
                        + " : la personne a 48 heures pour choisir son mot de passe.",
                "/compte?id=" + made.id());
    }

    public boolean isForAgents() {
        return choices.types().contains(ActorType.AGENT);
    }

    /** Returns the organisations from which the national administrator chooses one. */
    public List<RegisteredOrganization> getFound() {
        if (found == null) {
            var search = new OrganizationSearch(searched, null, null, OrganizationColumn.NAME, false, 0, MOST_FOUND);
            found = organizations.page(caller(), search).items();
        }
        return found;
    }
}
