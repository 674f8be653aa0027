package fr.hubee.demonstration.data;

import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The people of the demonstration, as the product knows them. */
@ApplicationScoped
class People {
    static final String ADDRESS = "198.51.100.7";

    @Inject
    AccountLookup accounts;

    KnownAccount account(String login) {
        return accounts.findByLogin(login)
                .orElseThrow(() -> new IllegalStateException("The demonstration has no account " + login));
    }

    /** Returns the person as she is signed in, with a second factor that she has just proven. */
    Caller caller(String login) {
        return account(login).caller(ADDRESS).proven(Instant.MAX);
    }

    Caller national() {
        return caller("claire.montaudran@hubee.example");
    }
}
