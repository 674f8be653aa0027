package fr.hubee.portal.account;

import fr.hubee.account.AccountLine;
import fr.hubee.account.AccountQuery;
import fr.hubee.account.AccountService;
import fr.hubee.account.ActorType;
import fr.hubee.account.Role;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.ListPages;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.shared.Page;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The list of accounts; the search is in the address. */
@Named
@RequestScoped
public class AccountsPage {
    static final int SIZE = 25;

    @Inject
    AccountService accounts;

    @Inject
    AccountFilters filters;

    @Inject
    CurrentCaller currentCaller;

    private String type;
    private String role;
    private String process;
    private String name;
    private String active;
    private String organization;
    private String page;
    private Page<AccountLine> found;

    public Page<AccountLine> getFound() {
        if (found == null) {
            found = accounts.page(currentCaller.get(), query());
        }
        return found;
    }

    private AccountQuery query() {
        var key = QueryParameter.organization(organization);
        return new AccountQuery(
                key,
                key == null ? organization : null,
                QueryParameter.one(ActorType.class, type),
                QueryParameter.one(Role.class, role),
                process,
                name,
                active == null ? null : active.equals("oui"),
                (QueryParameter.page(page) - 1) * SIZE,
                SIZE);
    }

    public ListPages getPages() {
        return new ListPages(address(), getFound(), SIZE);
    }

    private Address address() {
        return new Address("/comptes")
                .with("organisation", organization)
                .with("type", type)
                .with("role", role)
                .with("demarche", process)
                .with("nom", name)
                .with("actif", active);
    }

    public boolean isFiltered() {
        return !address().text().equals("/comptes");
    }

    /** The address to add an account to the organisation that the list is filtered by. */
    public String getAddition() {
        return new Address("/nouveau-compte")
                .with("organisation", QueryParameter.organization(organization))
                .text();
    }

    public boolean isManager() {
        return filters.isManager();
    }

    public boolean isNational() {
        return filters.isNational();
    }

    public List<ActorType> getTypes() {
        return filters.types();
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    public Map<String, String> getProcesses() {
        return filters.processes();
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getProcess() {
        return process;
    }

    public void setProcess(String process) {
        this.process = process;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getActive() {
        return active;
    }

    public void setActive(String active) {
        this.active = active;
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
