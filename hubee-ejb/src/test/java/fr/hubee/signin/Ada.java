package fr.hubee.signin;

import fr.hubee.account.ActorType;
import fr.hubee.account.KnownAccount;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import java.util.Set;
import java.util.UUID;

/** Somebody to sign in. */
final class Ada {
    static final String SIRET = "21770363800012";

    private Ada() {}

    static KnownAccount agent() {
        return account(ActorType.AGENT, true);
    }

    static KnownAccount account(ActorType type, boolean active) {
        return account(type, active, Set.of());
    }

    /** @param processCodes the démarches that she reaches */
    static KnownAccount account(ActorType type, boolean active, Set<String> processCodes) {
        return new KnownAccount(
                new UUID(0, 1),
                "ada.lovelace@pontcarre.fr",
                type,
                new OrganizationKey(OrganizationType.SI, SIRET, "77372"),
                "Ada-Marie",
                "Lovélace",
                type.defaultRoles(),
                processCodes,
                active);
    }
}
