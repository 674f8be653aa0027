package fr.hubee.api.exchange;

import fr.hubee.api.http.PartnerApi;
import jakarta.ws.rs.ApplicationPath;

/** The feed of events: an addition to the contract, which has none of it (ADR 61). */
@ApplicationPath("/feed/v1")
public class FeedApi extends PartnerApi {

    public FeedApi() {
        super(FeedResource.class, EndpointsResource.class);
    }
}
