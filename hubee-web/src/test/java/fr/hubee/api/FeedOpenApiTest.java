package fr.hubee.api;

import fr.hubee.api.exchange.EndpointJson;
import fr.hubee.api.exchange.EndpointJson.AttemptJson;
import fr.hubee.api.exchange.EndpointJson.WantedEndpointJson;
import fr.hubee.api.exchange.FeedApi;
import java.util.Map;
import java.util.Set;

/** The document at {@code /openapi/feed}. */
class FeedOpenApiTest extends OpenApiDocument {

    FeedOpenApiTest() {
        super(
                new FeedApi(),
                "feed.yaml",
                Map.of(
                        "Endpoint", EndpointJson.class,
                        "WantedEndpoint", WantedEndpointJson.class,
                        "Attempt", AttemptJson.class),
                Set.of());
    }
}
