package fr.hubee.api.directory;

import fr.hubee.api.http.PartnerApi;
import jakarta.ws.rs.ApplicationPath;

/** The Subscription, Organization and Process APIs (specification §4.5 to §4.7). */
@ApplicationPath("/referential/v1")
public class ReferentialApi extends PartnerApi {

    public ReferentialApi() {
        super(SubscriptionsResource.class, OrganizationsResource.class, ProcessesResource.class);
    }
}
