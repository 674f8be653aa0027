package fr.hubee.clients.client;

import fr.hubee.directory.subscription.Standing;
import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Checks which clients a caller follows: a person those of subscriptions that she may read, and others that she may manage; software its own
 * one.
 */
@Dependent
public class ClientReach {
    /** SQL condition that an editor, {@code :own}, edits what credentials without a subscription cover, and no other editor any of it. */
    static final String EDITS = """
            c.client_id in (select k.client_id from api_client k join subscription s on %s
                where k.subscription_id is null and s.editor_type is not null
                group by k.client_id
                having bool_and(concat_ws('-', s.editor_type, s.editor_company_register, s.editor_branch_code) = :own))""".formatted(LastCalls.COVERS);

    @PersistenceContext
    EntityManager entities;

    @Inject
    ApiClientStore clients;

    @Inject
    SubscriptionAccess subscriptions;

    public ApiClient require(Caller caller, String clientId) {
        var client = clients.find(clientId).orElseThrow(() -> NotFound.of("Client"));
        CredentialPolicy.requireOwnSoftware(caller, client);
        if (caller.is(RoleNames.PERSON)) {
            client.subscription()
                    .ifPresentOrElse(
                            subscription -> subscriptions.readable(caller, subscription),
                            () -> requireOwn(caller, client));
        }
        return client;
    }

    /** Lets the business administrators of an operator see its own software, and an editor what it edits; they do not manage its secrets. */
    private void requireOwn(Caller caller, ApiClient client) {
        boolean own = caller.is(RoleNames.BUSINESS) && client.organization().equals(caller.organization());
        if (!own && !isEdited(caller, client)) {
            CredentialPolicy.requireReach(caller, client);
        }
    }

    private boolean isEdited(Caller caller, ApiClient client) {
        return Standing.of(caller) == Standing.EDITOR
                && !entities.createNativeQuery("select 1 from api_client c where c.client_id = :client and " + EDITS)
                        .setParameter("client", client.clientId())
                        .setParameter("own", caller.organization().toString())
                        .getResultList()
                        .isEmpty();
    }
}
