package fr.hubee.api.exchange;

import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The deletions of an operator's démarches by the purges. */
@ApplicationScoped
@Path("/deletionCertificates")
public class DeletionCertificatesResource {
    @Inject
    DeletionCertificateService certificates;

    @Inject
    PublicAddress address;

    @Inject
    CurrentCaller currentCaller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<DeletionCertificateJson> list(@QueryParam("verificationUrl") String url) throws IOException {
        return DeletionCertificateJson.from(certificates.list(currentCaller.get()), "true".equals(url), address);
    }

    /** Returns the names of the destroyed encryption keys: the certificate has their digest. */
    @GET
    @Path("/{id}/keys")
    @Produces(MediaType.TEXT_PLAIN)
    public String keys(@PathParam("id") UUID id) throws IOException {
        return certificates.keys(currentCaller.get(), id);
    }
}
