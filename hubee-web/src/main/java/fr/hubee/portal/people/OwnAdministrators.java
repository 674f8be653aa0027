package fr.hubee.portal.people;

import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.util.List;

/** The administrators of the person's organisation, wherever a page sends her to them. */
@Model
public class OwnAdministrators extends PersonPage {
    @Inject
    AccountService accounts;

    private final Once<List<KnownAccount>> all = new Once<>(() -> accounts.administrators(caller()));

    public List<KnownAccount> getAll() {
        return all.get();
    }
}
