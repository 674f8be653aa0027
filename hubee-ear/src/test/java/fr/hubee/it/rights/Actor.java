package fr.hubee.it.rights;

import fr.hubee.it.world.Organizations;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.ActorType;
import java.util.Set;

/** Everybody who may call a service: the scopes of partners, the types of actors with their default roles, and nobody. */
enum Actor {
    OSL,
    SI,
    ADMIN,
    DATAPASS,
    BATCH,
    NATIONAL,
    BUSINESS,
    LOCAL,
    AGENT,
    EDITOR,
    NOBODY;

    /** Returns a caller of the first side of the world. */
    Caller in(World world) {
        var own = world.own();
        var covered = Set.of(own.processCode());
        return switch (this) {
            case OSL -> software(RoleNames.OSL, own.operator(), covered);
            case SI -> new Caller(own.clientId(), own.town(), Set.of(RoleNames.SI), covered, World.HERE);
            case ADMIN -> software(RoleNames.ADMIN, Organizations.HUB, Set.of());
            case DATAPASS -> software(RoleNames.DATAPASS, Organizations.HUB, Set.of());
            case BATCH -> Caller.HUB;
            case NATIONAL -> world.person(ActorType.NATIONAL_ADMINISTRATOR);
            case BUSINESS -> world.person(ActorType.BUSINESS_ADMINISTRATOR);
            case LOCAL -> world.person(ActorType.LOCAL_ADMINISTRATOR);
            case AGENT -> world.person(ActorType.AGENT);
            case EDITOR -> world.person(ActorType.EDITOR);
            case NOBODY -> new Caller("nobody", own.town(), Set.of(), Set.of(), World.HERE);
        };
    }

    private static Caller software(String scope, OrganizationKey organization, Set<String> covered) {
        return new Caller("software-" + scope, organization, Set.of(scope), covered, World.HERE);
    }
}
