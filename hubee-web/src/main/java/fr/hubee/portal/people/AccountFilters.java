package fr.hubee.portal.people;

import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.people.account.AccountChoices;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The filters that the user may apply to the accounts that she can see. */
@Named
@RequestScoped
public class AccountFilters {
    @Inject
    AccountService accounts;

    @Inject
    ProcessService processes;

    @Inject
    CurrentCaller currentCaller;

    private AccountChoices own;

    public boolean isNational() {
        return caller().is(Roles.ADMIN);
    }

    /** Whether she may add accounts. */
    public boolean isManager() {
        return !own().types().isEmpty();
    }

    /** Whether her organisation has agents, which she may add. */
    public boolean isForAgents() {
        return own().types().contains(ActorType.AGENT);
    }

    public List<ActorType> getTypes() {
        var there = caller().organization().type();
        return Stream.of(ActorType.values())
                .filter(type -> isNational() || type.organizationType() == there)
                .toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** Returns the name of each démarche, by its code. */
    public Map<String, String> getProcesses() {
        if (!isNational()) {
            return own().processes();
        }
        var all = new TreeMap<String, String>(FrenchOrder.words());
        processes
                .list(ProcessColumn.CODE, null)
                .forEach(process -> all.put(process.code(), process.details().name()));
        return all;
    }

    private AccountChoices own() {
        if (own == null) {
            own = accounts.choices(caller(), caller().organization());
        }
        return own;
    }

    private Caller caller() {
        return currentCaller.get();
    }
}
