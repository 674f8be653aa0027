package fr.hubee.portal.people;

import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.portal.field.PersonPage;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The identity, type and démarches of a person, in the forms of a new and of a known account. */
public abstract class AccountFields extends PersonPage {
    @Inject
    AccountService accounts;

    IdentityFields identity = new IdentityFields();
    ActorType type;
    Set<String> processes;

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

    /**
     * Returns the ticked checkboxes: each one is sent with its value, not with its position in a list that may have changed meanwhile.
     *
     * @param form the form that this request may send
     * @param known the ticked ones before the form is sent
     */
    final Set<String> ticked(String form, String name, Set<String> known) {
        if (request().getParameter(form) == null) {
            return known;
        }
        var sent = request().getParameterValues(name);
        return sent == null ? Set.of() : Set.copyOf(List.of(sent));
    }
}
