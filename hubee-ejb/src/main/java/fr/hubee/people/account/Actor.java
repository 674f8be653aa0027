package fr.hubee.people.account;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A person who manages accounts, and the limits of her rights. */
record Actor(String login, OrganizationKey organization, ActorType type, Set<String> roles) {

    /** @param own the caller's account; empty for the national administrator's software */
    static Actor of(Caller caller, Optional<Account> own) {
        return new Actor(caller.name(), caller.organization(), type(caller, own), caller.roles());
    }

    /** Returns the type; for a person of an instructing service without an account, the type with the fewest rights. */
    private static ActorType type(Caller caller, Optional<Account> own) {
        if (caller.is(RoleNames.ADMIN)) {
            return ActorType.NATIONAL_ADMINISTRATOR;
        }
        if (caller.is(RoleNames.BUSINESS)) {
            return ActorType.BUSINESS_ADMINISTRATOR;
        }
        if (caller.is(RoleNames.EDITOR)) {
            return ActorType.EDITOR;
        }
        return own.map(Account::actorType).orElse(ActorType.AGENT);
    }

    boolean isNational() {
        return type == ActorType.NATIONAL_ADMINISTRATOR;
    }

    boolean owns(Account account) {
        return account.email().equals(login);
    }

    void requireReach(OrganizationKey other) {
        requireReach(other, other);
    }

    /** @param asked the object that the actor tries to access there */
    void requireReach(OrganizationKey other, Object asked) {
        if (!isNational() && !organization.equals(other)) {
            throw new NotAllowed(Words.text("people.account.otherOrganization")).on(asked);
        }
    }

    /** @param kind of the account that she wants to create or change */
    void requireManages(ActorType kind) {
        if (!type.manages().contains(kind)) {
            throw new NotAllowed(Words.text("people.rights.notManaged", kind.label()));
        }
    }

    /** The types of the accounts that she may create there: none unless she manages users. */
    List<ActorType> makes(OrganizationType there) {
        boolean manager = isNational() || roles.contains(RoleNames.MANAGE_USERS);
        return Stream.of(ActorType.values())
                .filter(kind -> manager && kind.organizationType() == there)
                .filter(kind -> type.manages().contains(kind))
                .toList();
    }

    boolean mayGive(Role role) {
        return type.givesAnyRole()
                || roles.contains(role.name())
                || type.defaultRoles().contains(role);
    }
}
