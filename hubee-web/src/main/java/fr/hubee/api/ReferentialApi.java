package fr.hubee.api;

import fr.hubee.api.directory.OrganizationsResource;
import fr.hubee.api.directory.ProcessesResource;
import fr.hubee.api.directory.SubscriptionsResource;
import jakarta.ws.rs.ApplicationPath;

/** The Subscription, Organization and Process APIs (specification §4.5 to §4.7). */
@ApplicationPath("/referential/v1")
public class ReferentialApi extends PartnerApi {

    public ReferentialApi() {
        super(SubscriptionsResource.class, OrganizationsResource.class, ProcessesResource.class);
    }
}
