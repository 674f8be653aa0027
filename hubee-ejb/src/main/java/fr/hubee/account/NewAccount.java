package fr.hubee.account;

import fr.hubee.account.identity.Identity;
import fr.hubee.shared.OrganizationKey;
import java.util.Set;

/**
 * An account that is wanted; its roles are those of its type.
 *
 * @param email will be the login, for good
 * @param processCodes the démarches that an agent is habilitated for: one at least
 */
public record NewAccount(
        ActorType actorType, OrganizationKey organization, String email, Identity identity, Set<String> processCodes) {

    public NewAccount {
        processCodes = Set.copyOf(processCodes);
    }
}
