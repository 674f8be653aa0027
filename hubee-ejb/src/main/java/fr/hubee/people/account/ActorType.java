package fr.hubee.people.account;

import static fr.hubee.people.account.Role.MANAGE_FOLDERS;
import static fr.hubee.people.account.Role.MANAGE_SUBSCRIPTIONS;
import static fr.hubee.people.account.Role.MANAGE_USERS;
import static fr.hubee.people.account.Role.READ_FOLDERS;
import static fr.hubee.people.account.Role.READ_SUBSCRIPTIONS;
import static fr.hubee.people.account.Role.READ_USERS;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.Set;

/** The kind of person that an account is for (specification §1.2, §1.3). */
public enum ActorType implements Labelled {
    NATIONAL_ADMINISTRATOR(OrganizationType.ADMIN, true, RoleNames.ADMIN),
    BUSINESS_ADMINISTRATOR(OrganizationType.OSL, true, RoleNames.BUSINESS),
    LOCAL_ADMINISTRATOR(OrganizationType.SI, true, RoleNames.LOCAL),
    AGENT(OrganizationType.SI, false, RoleNames.PERSON),
    EDITOR(OrganizationType.EDT, true, RoleNames.EDITOR);

    private final OrganizationType organizationType;
    private final boolean secondFactor;
    private final String brings;

    ActorType(OrganizationType organizationType, boolean secondFactor, String brings) {
        this.organizationType = organizationType;
        this.secondFactor = secondFactor;
        this.brings = brings;
    }

    public OrganizationType organizationType() {
        return organizationType;
    }

    /** Whether a second factor is required, whatever démarches the person can access. */
    boolean needsSecondFactor() {
        return secondFactor;
    }

    public Set<Role> defaultRoles() {
        return switch (this) {
            case NATIONAL_ADMINISTRATOR -> Set.of(Role.values());
            case BUSINESS_ADMINISTRATOR -> Set.of(MANAGE_USERS);
            case LOCAL_ADMINISTRATOR -> Set.of(MANAGE_SUBSCRIPTIONS, MANAGE_USERS);
            case AGENT -> Set.of(MANAGE_FOLDERS);
            case EDITOR -> Set.of(MANAGE_SUBSCRIPTIONS);
        };
    }

    /** The roles that an account may have: only those that fit its organisation. */
    public Set<Role> possibleRoles() {
        return switch (organizationType) {
            case ADMIN, SI -> Set.of(Role.values());
            case OSL -> Set.of(READ_FOLDERS, READ_USERS, MANAGE_USERS, READ_SUBSCRIPTIONS, MANAGE_SUBSCRIPTIONS);
            case EDT -> Set.of(READ_USERS, MANAGE_USERS, READ_SUBSCRIPTIONS, MANAGE_SUBSCRIPTIONS);
        };
    }

    /** The types of accounts that a user manager of this type may create and change: her own and those below. */
    public Set<ActorType> manages() {
        return switch (this) {
            case NATIONAL_ADMINISTRATOR -> Set.of(values());
            case LOCAL_ADMINISTRATOR -> Set.of(LOCAL_ADMINISTRATOR, AGENT);
            default -> Set.of(this);
        };
    }

    /** Whether she may give any role to her organisation's people; others only give roles that they hold. */
    boolean givesAnyRole() {
        return this == NATIONAL_ADMINISTRATOR || this == BUSINESS_ADMINISTRATOR || this == LOCAL_ADMINISTRATOR;
    }

    /** Whether an organisation must keep at least one: nobody else there could create another. */
    boolean isKept() {
        return this == NATIONAL_ADMINISTRATOR || this == LOCAL_ADMINISTRATOR;
    }

    /** Whether démarches are given one by one, as habilitations. */
    boolean takesHabilitations() {
        return organizationType == OrganizationType.SI;
    }

    /** The caller's role that comes with the type, and cannot be removed. */
    String brings() {
        return brings;
    }
}
