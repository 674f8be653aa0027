package fr.hubee.people.account;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts for tests: one town, one operator, one editor. */
final class People {
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    static final OrganizationKey TOWN = key(OrganizationType.SI);
    static final OrganizationKey OTHER_TOWN = new OrganizationKey(OrganizationType.SI, "22770001000019", "77000");

    private People() {}

    static OrganizationKey key(OrganizationType type) {
        return new OrganizationKey(type, "22770001000019", "77372");
    }

    static Account account(String name, ActorType type, String... processCodes) {
        var identity = new Identity(Civility.MME, name, "Martin", null, "0160000001", null);
        return new Account(
                name + "@example.fr", key(type.organizationType()), identity, type, Set.of(processCodes), NOW);
    }

    /** Returns an account with these roles instead of those of her type. */
    static Account account(String name, ActorType type, Set<Role> roles) {
        var account = account(name, type);
        account.grant(new Rights(type, roles, Set.of()), NOW);
        return account;
    }

    static Actor actor(Account account) {
        return Actor.of(account.known(Set.of(), List.of()).caller(null), Optional.of(account));
    }
}
