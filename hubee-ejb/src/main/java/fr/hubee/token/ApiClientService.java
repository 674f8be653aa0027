package fr.hubee.token;

import fr.hubee.security.Roles;
import fr.hubee.security.SecretHash;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives credentials to partners' software, and takes them back. */
@Stateless
public class ApiClientService {
    @Inject
    ApiClientRepository clients;

    @Inject
    SecretHash secrets;

    @Inject
    Clock clock;

    /** Adds the credentials, unless the identifier is taken: revoked ones stay revoked. */
    @RolesAllowed(Roles.BATCH)
    public void addIfAbsent(NewApiClient wanted) {
        if (clients.find(wanted.clientId()).isEmpty()) {
            clients.add(new ApiClient(wanted, secrets.of(wanted.clientSecret()), clock.instant()));
        }
    }

    /** Takes the credentials back: within five seconds no node accepts them, nor the tokens they were given. */
    @RolesAllowed(Roles.ADMIN)
    public void revoke(String clientId) {
        clients.find(clientId).orElseThrow(() -> NotFound.of("Client")).revoke(clock.instant());
    }
}
