package fr.hubee.portal.people;

import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.people.account.Rights;
import fr.hubee.people.account.Role;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.PartialForm;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The identity and the rights of an account, changed together. */
@Named
@RequestScoped
public class AccountForm extends AccountFields {
    private static final String FORM = "account-form";

    @Inject
    AccountPage page;

    private Set<String> roles;

    @PostConstruct
    void open() {
        var rights = page.getAccount().rights();
        identity = IdentityFields.of(page.getAccount().identity());
        type = rights.actorType();
        roles = ticked(FORM, "role", rights.roles().stream().map(Role::name).collect(Collectors.toSet()));
        processes = ticked(FORM, "process", rights.processCodes());
    }

    public void save() {
        PartialForm.requireSent(type, "type");
        var caller = caller();
        var typed = identity.typed();
        var rights = rights();
        if (PageMessages.inputErrors(accounts.problemsOfChange(caller, page.id(), typed, rights))) {
            return;
        }
        accounts.change(caller, page.id(), page.getVersion(), typed, rights);
        page.done("Les modifications sont enregistrées.");
    }

    private Rights rights() {
        var wanted = roles.stream()
                .map(name -> QueryParameter.one(Role.class, name))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Rights(type, wanted, processes);
    }

    public List<Role> getPossibleRoles() {
        return Stream.of(Role.values()).filter(type.possibleRoles()::contains).toList();
    }

    /** Returns the démarches of the organisation, and those that the account still has. */
    public Set<String> getPossibleProcesses() {
        var codes = new TreeSet<>(FrenchOrder.words());
        codes.addAll(page.getChoices().processes().keySet());
        codes.addAll(page.getAccount().rights().processCodes());
        return codes;
    }

    public boolean isGiven(Role role) {
        return roles.contains(role.name());
    }
}
