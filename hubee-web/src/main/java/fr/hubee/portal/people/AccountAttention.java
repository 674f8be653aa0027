package fr.hubee.portal.people;

import fr.hubee.desk.digest.ReminderService;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** The accounts of her organisation that « À faire » counts, as a filter of the list. */
@RequestScoped
public class AccountAttention extends PersonPage {
    static final String PARAMETER = "attention";

    private static final String NEVER_OPENED = "jamais-ouverts";
    private static final String PASSWORDS = "mot-de-passe";
    private static final String ENDED_PASSWORDS = "mot-de-passe-expire";

    @Inject
    ReminderService accounts;

    /** Returns null when all accounts are wanted. */
    Set<UUID> wanted(String word) {
        if (word == null) {
            return null;
        }
        return switch (word) {
            case NEVER_OPENED -> getNeverOpened();
            case PASSWORDS -> getPasswordsEnding();
            case ENDED_PASSWORDS -> getPasswordsEnded();
            default -> null;
        };
    }

    public Set<UUID> getNeverOpened() {
        return accounts.neverOpened(caller());
    }

    public Set<UUID> getPasswordsEnding() {
        return accounts.passwordsEnding(caller());
    }

    public Set<UUID> getPasswordsEnded() {
        return accounts.passwordsEnded(caller());
    }
}
