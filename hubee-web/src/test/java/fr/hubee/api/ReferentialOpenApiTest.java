package fr.hubee.api;

import fr.hubee.api.organization.OrganizationJson;
import fr.hubee.api.process.ProcessJson;
import fr.hubee.api.subscription.DelegationActorJson;
import fr.hubee.api.subscription.LocalAdministratorJson;
import fr.hubee.api.subscription.SubscriberJson;
import fr.hubee.api.subscription.SubscriptionJson;
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
                        "Process", ProcessJson.class,
                        "DelegationActor", DelegationActorJson.class,
                        "LocalAdministrator", LocalAdministratorJson.class,
                        "Subscriber", SubscriberJson.class,
                        "Subscription", SubscriptionJson.class),
                Set.of());
    }
}
