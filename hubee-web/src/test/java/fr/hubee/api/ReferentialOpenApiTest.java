package fr.hubee.api;

import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.api.directory.OrganizationJson;
import fr.hubee.api.directory.ProcessJson;
import fr.hubee.api.directory.ReferentialApi;
import fr.hubee.api.directory.SubscriptionJson;
import fr.hubee.api.directory.SubscriptionJson.DelegationActorJson;
import fr.hubee.api.directory.SubscriptionJson.LocalAdministratorJson;
import fr.hubee.api.directory.SubscriptionJson.SubscriberJson;
import java.util.Map;
import java.util.Set;

/** The document at {@code /openapi/referential}. */
class ReferentialOpenApiTest extends OpenApiDocument {

    ReferentialOpenApiTest() {
        super(
                new ReferentialApi(),
                "referential.yaml",
                Map.of(
                        "Organization", OrganizationJson.class,
                        "OrganizationIdentifier", OrganizationIdentifierJson.class,
                        "Process", ProcessJson.class,
                        "DelegationActor", DelegationActorJson.class,
                        "LocalAdministrator", LocalAdministratorJson.class,
                        "Subscriber", SubscriberJson.class,
                        "Subscription", SubscriptionJson.class),
                Set.of());
    }
}
