package fr.hubee.portal.account;

import fr.hubee.reminder.AccountWatchService;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** The accounts of her organisation that « À faire » counts, as a filter of the list. */
@RequestScoped
public class AccountAttention {
    static final String PARAMETER = "attention";

    private static final String NEVER_OPENED = "jamais-ouverts";
    private static final String PASSWORDS = "mot-de-passe";

    @Inject
    AccountWatchService accounts;

    @Inject
    CurrentCaller currentCaller;

    /** Null for any. */
    Set<UUID> wanted(String word) {
        return NEVER_OPENED.equals(word) ? getNeverOpened() : PASSWORDS.equals(word) ? getPasswordsEnding() : null;
    }

    public Set<UUID> getNeverOpened() {
        return accounts.neverOpened(currentCaller.get());
    }

    public Set<UUID> getPasswordsEnding() {
        return accounts.passwordsEnding(currentCaller.get());
    }
}
