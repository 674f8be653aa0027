package fr.hubee.people.account;

import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.identity.Identity;
import java.util.Locale;
import java.util.Set;

/**
 * A request to create an account; its roles are those of its type.
 *
 * @param email becomes the login, permanently
 * @param processCodes the démarches that an agent is habilitated for: at least one
 */
public record NewAccount(
        ActorType actorType, OrganizationKey organization, String email, Identity identity, Set<String> processCodes) {

    public NewAccount {
        processCodes = Set.copyOf(processCodes);
    }

    String login() {
        return EmailAddress.of(email).text().toLowerCase(Locale.ROOT);
    }
}
