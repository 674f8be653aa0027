package fr.hubee.api;

import fr.hubee.api.exchange.FeedApi;
import java.util.Map;
import java.util.Set;

/** The document at {@code /openapi/feed}. */
class FeedOpenApiTest extends OpenApiDocument {

    FeedOpenApiTest() {
        super(new FeedApi(), "feed.yaml", Map.of(), Set.of());
    }
}
