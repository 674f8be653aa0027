package fr.hubee.api.clients;

import fr.hubee.api.http.PartnerApi;
import jakarta.ws.rs.ApplicationPath;

/** The test bench, without a browser: an addition to the contract, which has none of it. */
@ApplicationPath("/bench/v1")
public class BenchApi extends PartnerApi {

    public BenchApi() {
        super(BenchResource.class);
    }
}
