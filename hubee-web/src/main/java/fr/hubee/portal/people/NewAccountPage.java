package fr.hubee.portal.people;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountService.AccountChoices;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.NewAccount;
import fr.hubee.portal.field.Elision;
import fr.hubee.portal.field.OrganizationChoice;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.PartialForm;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Adds an account to an organisation. */
@Named
@RequestScoped
public class NewAccountPage extends AccountFields {
    @Inject
    OrganizationChoice choice;

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
        return caller.is(RoleNames.ADMIN) ? choice.key() : caller.organization();
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
}
