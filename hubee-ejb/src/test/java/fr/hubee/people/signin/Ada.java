package fr.hubee.people.signin;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody to sign in. */
public final class Ada {
    public static final String SIRET = "21770363800012";

    private Ada() {}

    public static KnownAccount agent() {
        return account(ActorType.AGENT, true);
    }

    public static KnownAccount account(ActorType type, boolean active) {
        return account(type, active, Set.of());
    }

    /** @param processCodes the démarches that she reaches */
    public static KnownAccount account(ActorType type, boolean active, Set<String> processCodes) {
        return new KnownAccount(
                new UUID(0, 1),
                "ada.lovelace@pontcarre.fr",
                type,
                new OrganizationKey(OrganizationType.SI, SIRET, "77372"),
                "Ada-Marie",
                "Lovélace",
                type.defaultRoles(),
                processCodes,
                active,
                List.of());
    }
}
