package fr.hubee.portal.account;

import fr.hubee.account.AccountLine;
import fr.hubee.account.AccountQuery;
import fr.hubee.account.AccountService;
import fr.hubee.account.AccountSort;
import fr.hubee.account.ActorType;
import fr.hubee.account.Role;
import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** The list of accounts; the search is in the address. */
@Named
@RequestScoped
public class AccountsPage {
    @Inject
    AccountService accounts;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "type")
    String type;

    @Inject
    @Param(name = "role")
    String role;

    @Inject
    @Param(name = "demarche")
    String process;

    @Inject
    @Param(name = "nom")
    String name;

    @Inject
    @Param(name = "actif")
    String active;

    @Inject
    @Param(name = "organisation")
    String organization;

    private ListTable<AccountLine> table;

    @PostConstruct
    void check() {
        if (isNameTooShort()) {
            PageMessages.beside("nom", AccountQuery.TOO_SHORT);
        }
    }

    public ListTable<AccountLine> getTable() {
        if (table == null) {
            table = new ListTable<>(address(), part -> accounts.page(currentCaller.get(), query(part)));
        }
        return table;
    }

    private AccountQuery query(ListPart part) {
        var key = QueryParameter.organization(organization);
        return new AccountQuery(
                key,
                key == null ? organization : null,
                QueryParameter.one(ActorType.class, type),
                QueryParameter.one(Role.class, role),
                process,
                isNameTooShort() ? null : name,
                active == null ? null : active.equals("oui"),
                QueryParameter.one(AccountSort.class, part.sort()),
                part.descending(),
                part.offset(),
                part.size());
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

    public boolean isNameTooShort() {
        return AccountQuery.isTooShort(name);
    }

    public boolean isFiltered() {
        return !address().text().equals("/comptes");
    }

    /** Whether a filter that is folded away narrows the list. */
    public boolean isMore() {
        return type != null || process != null || active != null;
    }

    /** The address to add an account to the organisation that the list is filtered by. */
    public String getAddition() {
        return new Address("/nouveau-compte")
                .with("organisation", QueryParameter.organization(organization))
                .text();
    }

    public String getTooShort() {
        return AccountQuery.TOO_SHORT;
    }
}
